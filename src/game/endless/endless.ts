import type { PullResult } from '../drawing/gacha.js';
import type { Language, Person, Location } from '../people/person.js';
import type { DrawingOptions } from '../portraits/portrait.js';
import type { PullInput } from '../drawing/pull-input.js';

/** Which process pulls: a run that its process left behind is found by it. */
export interface EndlessHolder {
  /** The bot, such as `discord:1234`: two bots may share a database. */
  readonly account: string;
  /** Comes back with the process that replaces this one, such as the number of its shard. */
  readonly slot: string;
}

/**
 * What is pulled again and again, for whom and where; and how its person is found if it is cut off.
 */
export type EndlessCommand = {
  readonly person: Person;
  readonly where?: Location;
  readonly drawing?: DrawingOptions;
  /** Absent: nobody looks for the run when its process has died. */
  readonly holder?: EndlessHolder;
  /** The language to answer in if the run is cut off. */
  readonly language?: Language;
} & (
  | { readonly prompt: PullInput }
  /** The wish of a pull, or of a run: {@link EndlessRun.pullId}. */
  | { readonly pullId: string }
);

/** Why a run goes on no more. `stopped` also when the caller left the loop or a pull failed. */
export type EndlessEnding =
  | 'stopped'
  /** {@link EndlessRun.limit} pulls were made. */
  | 'limit'
  /** The server's managers turned endless mode off meanwhile. */
  | 'not-allowed'
  /** Its process ends. */
  | 'cut-off';

/** One going endless run. It goes on as long as its process does, and is remembered past it. */
export interface EndlessRun {
  /** 12 letters and digits, for the stop button. */
  readonly id: string;
  /** Starts another run of the same wish, for the button to go on. */
  readonly pullId: string;
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
  /** The message that announces it, to be changed when it is cut off. */
  announcedAt(message: { readonly channelId: string; readonly messageId: string }): Promise<void>;
  /** Ends it because the process ends: it stays a {@link CutOffRun} until {@link Endless.settle}. */
  cutOff(): void;
}

/** A run whose process ended under it, and whose person has not been told. */
export interface CutOffRun {
  readonly id: string;
  readonly person: Person;
  readonly pullId: string;
  /** Posted by then. */
  readonly pulled: number;
  readonly language?: Language;
  readonly serverId?: string;
  readonly channelId?: string;
  /** See {@link EndlessRun.announcedAt}. */
  readonly messageId?: string;
}

/**
 * Pulls of one wish until somebody stops them, one run per person over all processes. A run whose
 * process died is remembered until its person was told; also while their next one goes on, if a
 * message announced it, since that message goes on saying that it runs.
 */
export interface Endless {
  /**
   * @throws NotAllowedError `endless-not-allowed` (server setting), UserInputError
   * `endless-already-running` (one run per person, in whatever process), NotFoundError
   * `pull-not-found` or `person-not-found`, and what a pull throws
   */
  start(command: EndlessCommand): Promise<EndlessRun>;
  /**
   * Stops a run, also one of another process. False when it had already ended.
   * @throws NotAllowedError `not-yours` unless it is the person's own or they moderate
   */
  stop(command: {
    readonly person: Person;
    /** Absent: the person's own run. */
    readonly runId?: string;
    readonly isModerator?: boolean;
  }): Promise<boolean>;
  /**
   * Runs of the account that were cut off, or those of one person; each goes to one caller, who
   * tells and settles it.
   */
  takeCutOff(holder: EndlessHolder, person?: Person): Promise<readonly CutOffRun[]>;
  /** The person was told, or cannot be. */
  settle(runId: string): Promise<void>;
}
