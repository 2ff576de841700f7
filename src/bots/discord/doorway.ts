import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from './bot.js';
import type { Outlet } from './outlet.js';
import {
  hintedLanguage,
  openScene,
  speechIn,
  type Origin,
  type Scene,
  type Speech,
} from './scene.js';

/**
 * Discord takes a modal only as the very first answer, and only for three seconds. So long the
 * database may take to say what makes one friendlier; no modal needs it.
 */
const patienceMs = 1000;

/** Answers later, to the person alone, where no modal can be opened yet. */
type Later = (run: (scene: Scene, outlet: Outlet) => Promise<void>) => Promise<void>;

/** What can be known of somebody before a modal has to open. */
export class Doorway {
  readonly bot: Bot;
  readonly later: Later;
  readonly #origin: Origin;
  readonly #scene: Promise<Scene>;
  readonly #tooLate: Promise<undefined>;

  constructor(bot: Bot, origin: Origin, later: Later) {
    this.bot = bot;
    this.later = later;
    this.#origin = origin;
    this.#scene = openScene(bot, origin);
    // Whoever reads hears of its failure; nobody may have asked.
    this.#scene.catch(() => undefined);
    this.#tooLate = sleep(patienceMs, undefined, { ref: false });
  }

  /** The person's own language, or the one of their Discord where the database is slow. */
  async speech(): Promise<Speech> {
    const scene = await this.soon(async (own) => own);
    return scene ?? speechIn(this.bot, hintedLanguage(this.#origin));
  }

  /** What `read` gives in time; undefined when the database does not answer, or fails. */
  async soon<T>(read: (scene: Scene) => Promise<T>): Promise<T | undefined> {
    const reading = this.#scene.then(read).catch((error: unknown) => {
      this.bot.log.warn({ err: error }, 'a modal opens without what the database knows');
      return undefined;
    });
    return Promise.race([reading, this.#tooLate]);
  }
}
