import { fileURLToPath } from 'node:url';
import type { WorkerEntry } from '../../src/inference/pool/worker-process.js';

/** The environment variable in which the global set-up says whether dist/ is what src/ is. */
export const COMPILED = 'MUGEN_TESTS_COMPILED';

const TSX = ['--import', 'tsx'];

/** A program of src/, and how Node runs it: compiled, which starts in a third of the time, where dist/ is fresh. */
export function compiled(script: string): { readonly file: string; readonly execArgv: string[] } {
  const isCompiled = process.env[COMPILED] === 'true' && script.startsWith('src/');
  const path = isCompiled ? script.replace(/^src(.*)\.ts$/, 'dist$1.js') : script;
  return {
    file: fileURLToPath(new URL(`../../${path}`, import.meta.url)),
    execArgv: isCompiled ? [] : TSX,
  };
}

/** The script that drawing workers run. */
export function workerEntry(): WorkerEntry {
  const { file, execArgv } = compiled('src/inference/pool/worker-main.ts');
  return { url: new URL(`file://${file}`), execArgv };
}
