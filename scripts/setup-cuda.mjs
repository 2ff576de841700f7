/**
 * Fetches ONNX Runtime's CUDA provider, and sees whether it draws: `npm run setup:cuda`.
 *
 *   node scripts/setup-cuda.mjs [--no-session]    without trying it, where there is no GPU while building
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fetchCudaProvider, hasCudaProvider, wantCuda } from './setup/cuda.mjs';
import { giveUp } from './setup/run-step.mjs';

const TRY = `
  const { InferenceSession } = require('onnxruntime-node');
  InferenceSession.create(process.argv[1], { executionProviders: ['cuda'] })
    .then(() => process.exit(0), (error) => { console.error(error.message); process.exit(1); });
`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
wantCuda();
if (!hasCudaProvider()) {
  console.error('Fetching ONNX Runtime’s CUDA provider …');
  if (!fetchCudaProvider()) {
    giveUp(
      'ONNX Runtime’s CUDA provider could not be fetched: it needs Linux or Windows on x64, and a way to ' +
        'https://api.nuget.org (a proxy by GLOBAL_AGENT_HTTPS_PROXY).',
    );
  }
}
const isTried = !process.argv.includes('--no-session');
if (isTried) {
  const model = 'tests/fixtures/tiny-model/generator.onnx';
  const { status, stderr } = spawnSync(process.execPath, ['-e', TRY, model], { encoding: 'utf8' });
  if (status !== 0) {
    giveUp(
      `The CUDA provider is there and does not draw: CUDA 12 and cuDNN 9 must be installed, and \`nvidia-smi\` ` +
        `must name a GPU.\n${stderr.trim()}`,
    );
  }
}
console.log(
  isTried
    ? 'ONNX Runtime draws on CUDA; INFERENCE_DEVICE=auto takes it.'
    : 'The CUDA provider is there; whether it draws shows with the first start.',
);
