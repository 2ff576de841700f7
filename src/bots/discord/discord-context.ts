import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Location } from '../../game/people/person.js';
import type { Messages } from '../../messages/messages.js';
import type { Game } from '../../game/game.js';
import type { Arrivals } from './events/arrivals.js';
import type { UnfinishedAnswers } from './events/unfinished-answers.js';
import type { PendingPosts } from './replies/pending-posts.js';
import type { ProgressBudget } from './replies/progress-budget.js';

/** Dependencies of every handler of this front end. */
export interface DiscordContext {
  readonly game: Game;
  readonly messages: Messages;
  readonly log: Logger;
  readonly client: Client;
  readonly pendingPosts: PendingPosts;
  readonly unfinished: UnfinishedAnswers;
  readonly arrivals: Arrivals;
  /** Endless runs that go on in this process. */
  readonly endlessRuns: Set<{
    readonly where: Location;
    /** Ends the run. */
    readonly stop: () => Promise<unknown>;
  }>;
  /** The first answer to an interaction was sent more than once, by this program alone. */
  readonly isRepeated: (interactionId: string) => boolean;
  readonly progressBudget: ProgressBudget;
  /** Ids of the registered commands by name; empty until Discord has given them. */
  readonly commandIds: Map<string, string>;
  /** The front end is about to stop: what goes on by itself ends, what is asked for is finished. */
  readonly closing: AbortSignal;
  /** It can wait no longer: drawings are given up. */
  readonly stopping: AbortSignal;
}
