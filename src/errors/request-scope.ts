import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids of the events that the work under way answers. */
const scope = new AsyncLocalStorage<string>();

/**
 * Runs what answers one event of a platform, or one request: log lines carry its id, also those of the worker
 * that draws for it on another machine.
 *
 * @param id `discord:1234…`, as the platform names the event
 */
export function inRequest<Result>(id: string, run: () => Result): Result {
  return scope.run(id, run);
}

/** Undefined where nobody asked. */
export function currentRequest(): string | undefined {
  return scope.getStore();
}
