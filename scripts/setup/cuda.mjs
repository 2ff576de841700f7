/** ONNX Runtime's CUDA provider, which is too large for npm: fetched when asked for. Uses no dependency. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RUNTIME = 'node_modules/onnxruntime-node';
/** Beside node_modules, so that new packages do not take it along. */
const WANTED = '.setup-cuda';

/** True if `npm run setup:cuda` was ever run here. */
export const isCudaWanted = () => existsSync(WANTED);

/** Remembers that it was, so that what new packages take along is fetched again. */
export function wantCuda() {
  writeFileSync(WANTED, 'ONNX Runtime’s CUDA provider is fetched again with new packages.\n');
}

/** Files of the provider that are there. */
export function hasCudaProvider() {
  const bin = join(RUNTIME, 'bin');
  if (!existsSync(bin)) return false;
  return readdirSync(bin, { recursive: true }).some((file) =>
    /onnxruntime_providers_cuda\.(so|dll)$/.test(String(file)),
  );
}

/** Says whether it is there afterwards: ONNX Runtime's own script also ends well where it could not. */
export function fetchCudaProvider() {
  const script = [join(RUNTIME, 'script/install'), '--onnxruntime-node-install=cuda12'];
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'cuda12' };
  const { stderr } = spawnSync(process.execPath, script, { env, encoding: 'utf8' });
  const [, reason] = /^(?:\w*Error): (.*)$/m.exec(stderr) ?? [];
  if (reason !== undefined) console.error(reason);
  return hasCudaProvider();
}
