import type { Logger } from 'pino';

/** How a program is ended. */
export interface StopPlan<Part extends string> {
  /** Parts that stop beside each other, in the order in which one stage depends on those before it. */
  readonly stages: readonly (readonly Part[])[];
  /** A part without one has nothing to stop. */
  readonly stops: ReadonlyMap<Part, () => Promise<void>>;
  /** For all of it together. */
  readonly withinMs: number;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** Kept for the parts below, such as the database, however long those above take. */
const RESERVE_MS = 500;

/**
 * Stops the last stage first. A stage that takes too long is left behind, so that each one below it is still
 * told to stop.
 *
 * @returns the parts that had not stopped when the time was over
 */
export async function stopInOrder<Part extends string>({
  stages,
  stops,
  withinMs,
  log,
}: StopPlan<Part>): Promise<readonly Part[]> {
  const deadline = performance.now() + withinMs;
  const running = new Set<Part>();
  for (const [below, stage] of [...stages.entries()].toReversed()) {
    const stopping = stage.map(async (part) => {
      running.add(part);
      try {
        await stops.get(part)?.();
      } catch (error) {
        log.error({ err: error, part }, 'did not stop cleanly');
      }
      running.delete(part);
    });
    // oxlint-disable-next-line no-await-in-loop -- in order
    await settledBy(deadline - below * RESERVE_MS, stopping);
  }
  if (running.size > 0) log.warn({ parts: [...running] }, 'leaving what has not stopped in time');
  return [...running];
}

async function settledBy(deadline: number, work: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadline - performance.now()));
  });
  await Promise.race([Promise.all(work), late]);
  clearTimeout(timer);
}
