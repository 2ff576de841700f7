/** The main script of a worker process: one model, one task or batch at a time, over IPC. */
import { toWireError } from '../../errors/wire-error.js';
import { useOneThread } from '../../imaging/threads.js';
import { openModel } from '../runtime/create-runtime.js';
import type { LoadedModel } from '../runtime/loaded-model.js';
import type { RequestMessage, ResponseMessage } from './worker-messages.js';
import { runTasks } from './worker-tasks.js';

let model: LoadedModel | undefined;

// Ctrl-C reaches the whole process group; the parent decides when this process may end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));

// Messages are handled one after the other, so that `stop` comes after the run before it.
let last: Promise<void> = Promise.resolve();
process.on('message', (message) => {
  last = last.then(() => handle(message as RequestMessage));
});

async function handle(message: RequestMessage): Promise<void> {
  switch (message.type) {
    case 'start': {
      await start(message);
      break;
    }
    case 'run': {
      await run(message);
      break;
    }
    case 'stop': {
      process.exit(0);
    }
  }
}

async function start({ setup }: Extract<RequestMessage, { type: 'start' }>): Promise<void> {
  try {
    useOneThread();
    const opened = await openModel(setup.installed, setup.settings);
    model = opened.model;
    const { name, isGpu } = model.runtime;
    send({ type: 'ready', runtime: name, isGpu, skipped: opened.skipped });
  } catch (error) {
    send({ type: 'not-ready', error: toWireError(error) });
  }
}

async function run({ id, tasks }: Extract<RequestMessage, { type: 'run' }>): Promise<void> {
  try {
    if (!model) throw new Error('expected a start message before the first run');
    send({ type: 'done', id, outcome: await runTasks(model, tasks) });
  } catch (error) {
    send({ type: 'failed', id, error: toWireError(error) });
  }
}

function send(message: ResponseMessage): void {
  process.send?.(message);
}
