import { Routes } from 'discord.js';
import type { CutOffRun } from '../../services/endless.js';
import type { Bot } from './bot.js';
import { sendToPerson } from './channel-voice.js';
import { refusalOf } from './discord-error.js';
import { goOnRows, holderOf } from './endless-run.js';
import type { Outgoing } from './outgoing.js';
import { speechIn } from './scene.js';

/** Other shards' processes may die too, and come back under other numbers. */
const everyMs = 60_000;

/** Tells of endless runs that ended with their process, and offers to go on. */
export class CutOffRuns {
  readonly #bot: Bot;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(bot: Bot) {
    this.#bot = bot;
  }

  /** Now, for those of this process' place, and every minute for those of any. */
  start(): void {
    this.#timer = setInterval(() => this.#tellNext(), everyMs).unref();
    this.#tellNext();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#telling;
  }

  #tellNext(): void {
    this.#telling = this.#telling.then(() => this.#tellAll());
  }

  /** Never throws: what could not be told now is tried again. */
  async #tellAll(): Promise<void> {
    const { game, log } = this.#bot;
    try {
      const runs = await game.endless.takeCutOff(holderOf(this.#bot));
      await Promise.all(runs.map((run) => this.#tell(run)));
    } catch (error) {
      log.warn({ err: error }, 'cut-off endless runs not told of; trying again in a minute');
    }
  }

  async #tell(run: CutOffRun): Promise<void> {
    const { game, log, messages } = this.#bot;
    const { id, person, pulled: count, pullId } = run;
    const speech = speechIn(this.#bot, person.language ?? run.language ?? 'en');
    const content = messages.t(speech.language, 'common:pull.endlessCutOff', { count });
    try {
      await this.#say(run, { content, rows: goOnRows(speech, pullId) });
      log.info({ run: id, pulled: count }, 'told of an endless run that was cut off');
    } catch (error) {
      if (refusalOf(error) === undefined) throw error;
      log.warn({ err: error, run: id }, 'nobody could be told of an endless run that was cut off');
    }
    await game.endless.settle(id);
  }

  /** The message that announced the run is changed; where that cannot be, its person is written to. */
  async #say(run: CutOffRun, outgoing: Outgoing): Promise<void> {
    const { channelId, messageId, person } = run;
    if (channelId !== undefined && messageId !== undefined) {
      const { content, rows = [] } = outgoing;
      const components = rows.map((row) => row.toJSON());
      // Plain REST: the channel may be another shard's, which this client knows nothing of.
      const body = { content, components, allowed_mentions: { parse: [] } };
      try {
        await this.#bot.client.rest.patch(Routes.channelMessage(channelId, messageId), { body });
        return;
      } catch (error) {
        if (refusalOf(error) === undefined) throw error;
        this.#bot.log.info({ err: error, channelId }, 'the announcement cannot be changed');
      }
    }
    await sendToPerson(this.#bot, person.platformId, outgoing);
  }
}
