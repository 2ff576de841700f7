/** A storage thread's program: one SQLite database, whose waits hold up nobody but this thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { toWireError } from '../../errors/wire-error.js';
import { openDatabase } from '../open-database.js';
import type { RequestMessage, ResponseMessage, ThreadSetup } from './thread-messages.js';

type Method = (...args: readonly unknown[]) => Promise<unknown>;
type Methods = Readonly<Record<string, Method>>;

const { url, patienceMs } = workerData as ThreadSetup;
const opening = openDatabase(url, patienceMs);

void answer(0, async () => {
  await opening;
});

parentPort?.on('message', (request: RequestMessage) => {
  void answer(request.id, async () => {
    const storage = (await opening) as unknown as Methods & Readonly<Record<string, Methods>>;
    const owner: Methods | undefined = request.table === '' ? storage : storage[request.table];
    return owner?.[request.method]?.(...request.args);
  });
});

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    send({ id, value: await work() });
  } catch (error) {
    send({ id, error: toWireError(error) });
  }
}

function send(response: ResponseMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(response);
}
