import type { PullResult } from './gacha.js';
import type { Person, Whereabouts } from './person.js';
import type { DrawingOptions } from './portrait.js';
import type { Wish } from './wish.js';

export interface EndlessCommand {
  readonly person: Person;
  readonly wish: Wish;
  readonly where?: Whereabouts;
  readonly drawing?: DrawingOptions;
}

export type EndlessEnding =
  | 'stopped'
  /** {@link EndlessRun.limit} pulls were made. */
  | 'limit'
  /** The server's managers turned endless mode off meanwhile. */
  | 'not-allowed';

/** One going endless run. Runs live in the process: after a restart there are none. */
export interface EndlessRun {
  /** 12 letters and digits, for the stop button. */
  readonly id: string;
  /** Pulls after which it ends by itself. */
  readonly limit: number;
  /** Least time between two pulls. */
  readonly intervalMs: number;
  /**
   * One result at a time, paced; the next pull starts when the caller asks for it, so that a slow
   * platform is never flooded. Leaving the loop stops the run. Throws what a pull throws.
   */
  readonly results: AsyncIterable<PullResult>;
  /** Why it ended; undefined while it goes on. */
  ending(): EndlessEnding | undefined;
}

export interface Endless {
  /**
   * @throws NotAllowedError `endless-not-allowed` (server setting), UserInputError
   * `endless-already-running` (one run a person), and what a pull throws
   */
  start(command: EndlessCommand): Promise<EndlessRun>;
  /**
   * Stops a run. False when it had already ended (also before a restart).
   * @throws NotAllowedError `not-yours` unless it is the person's own or they moderate
   */
  stop(command: {
    readonly person: Person;
    /** Absent: the person's own run. */
    readonly runId?: string;
    readonly isModerator?: boolean;
  }): Promise<boolean>;
}
