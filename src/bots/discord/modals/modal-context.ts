import { setTimeout as sleep } from 'node:timers/promises';
import type { DiscordContext } from '../discord-context.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import {
  hintedLanguage,
  resolveCaller,
  localizedIn,
  type Origin,
  type Caller,
  type Localized,
} from '../caller.js';

/**
 * Discord takes a modal only as the very first answer, and only for three seconds. So long the
 * database may take to say what makes one friendlier; no modal needs it.
 */
const patienceMs = 1000;

/** Answers later, to the person alone, where no modal can be opened yet. */
type Later = (run: (caller: Caller, target: ReplyTarget) => Promise<void>) => Promise<void>;

/** The facts about a caller that are known in time to open a modal. */
export class ModalContext {
  readonly context: DiscordContext;
  readonly later: Later;
  readonly #origin: Origin;
  readonly #caller: Promise<Caller>;
  readonly #tooLate: Promise<undefined>;

  constructor(context: DiscordContext, origin: Origin, later: Later) {
    this.context = context;
    this.later = later;
    this.#origin = origin;
    this.#caller = resolveCaller(context, origin);
    // Whoever reads hears of its failure; nobody may have asked.
    this.#caller.catch(() => undefined);
    this.#tooLate = sleep(patienceMs, undefined, { ref: false });
  }

  /** The person's own language, or the one of their Discord where the database is slow. */
  async speech(): Promise<Localized> {
    const caller = await this.withinDeadline(async (own) => own);
    return caller ?? localizedIn(this.context, hintedLanguage(this.#origin));
  }

  /** The result of `read` within the deadline; undefined if the database fails or is slow. */
  async withinDeadline<T>(read: (caller: Caller) => Promise<T>): Promise<T | undefined> {
    const reading = this.#caller.then(read).catch((error: unknown) => {
      this.context.log.warn({ err: error }, 'a modal opens without what the database knows');
      return undefined;
    });
    return Promise.race([reading, this.#tooLate]);
  }
}
