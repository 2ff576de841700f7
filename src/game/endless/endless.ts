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
 * The prompt, person and place of an endless run; and how its person is found if it is cut off.
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
  /** Ends it because the process ends: it stays a {@link CutOffRun} until `EndlessService.settle`. */
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
