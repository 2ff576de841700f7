import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { pino } from 'pino';
import {
  createTelegramFrontEnd,
  type TelegramFrontEnd,
  type TelegramSettings,
} from '../../../src/bots/telegram/telegram-front-end.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { createMessages } from '../../../src/messages/messages.js';
import { createGame } from '../../../src/game/create-game.js';
import type { GameSettings } from '../../../src/game/game-settings.js';
import type { Game } from '../../../src/game/game.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import type { ChatState, WireMessage } from '../../support/telegram-standin/chat-world.js';
import type { FloodLimits } from '../../support/telegram-standin/flood-control.js';
import type { TapAnswer } from '../../support/telegram-standin/queries.js';
import { Person } from '../../support/telegram-standin/person.js';
import { TelegramStandin } from '../../support/telegram-standin/telegram-standin.js';

export { startTinyGenerator as openGenerator } from '../../support/game/test-game.js';

const messages = createMessages();

/** Stories about anything but speed do not wait for Telegram's limits. */
export const UNHURRIED: FloodLimits = {
  chatIntervalMs: 0,
  groupPerMinute: 1e6,
  overallPerSecond: 1e6,
};

/** Generous limits: stories about limits set their own. */
const usual: Partial<GameSettings> = {
  personPicturesPerMinute: 10_000,
  serverPicturesPerMinute: 100_000,
  endlessIntervalMs: 0,
  endlessLimit: 3,
};

/** The log as it was written, for stories about what is logged. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

export interface StageOptions {
  readonly generator: PortraitGenerator;
  readonly game?: Partial<GameSettings>;
  readonly telegram?: Partial<TelegramSettings>;
  /** Enforce Telegram's documented limits, and keep to them. */
  readonly isPaced?: boolean;
}

/** A bot with everything real but Telegram, which is the stand-in; it can be restarted. */
export class Stage {
  readonly standin: TelegramStandin;
  readonly log: LogLine[] = [];
  game!: Game;
  readonly #options: StageOptions;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'mugen-telegram-'));
  #storage!: Storage;
  #bot!: TelegramFrontEnd;

  constructor(standin: TelegramStandin, options: StageOptions) {
    this.standin = standin;
    this.#options = options;
  }

  async start(): Promise<void> {
    const log = pino({ level: 'debug' }, { write: (line) => void this.log.push(JSON.parse(line)) });
    const storage = await openStorage(`file:${path.join(this.#folder, 'mugen.db')}`);
    this.#storage = storage;
    const { generator, game, telegram, isPaced } = this.#options;
    this.game = createGame({ generator, storage, log, settings: { ...usual, ...game } });
    this.#bot = createTelegramFrontEnd({
      game: this.game,
      messages,
      log,
      settings: {
        token: this.standin.token,
        apiRoot: this.standin.apiRoot,
        backoffMs: [10],
        stopPatienceMs: 2000,
        holdMs: 60_000,
        inlinePauseMs: 0,
        ...(isPaced === true ? {} : { pace: { ...UNHURRIED, overallPerSecond: 1000 } }),
        ...telegram,
      },
    });
    await this.#bot.start();
    const { webhookPort } = this.#bot;
    if (webhookPort !== undefined) this.standin.webhookTarget = `http://127.0.0.1:${webhookPort}`;
  }

  async stop(): Promise<void> {
    await this.#bot.stop();
    await this.game.close();
    await this.#storage.close();
  }

  /** The process ends and a new one starts on the same database. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Ends everything; gives what the stand-in had to object to. */
  async close(): Promise<readonly string[]> {
    await this.stop();
    await this.standin.stop();
    rmSync(this.#folder, { recursive: true, force: true });
    return this.standin.violations;
  }

  person(languageCode: string | undefined = 'en', firstName = 'Ann'): Person {
    return new Person(this.standin, { languageCode, firstName });
  }

  /** The database goes away under the running bot. */
  async loseDatabase(): Promise<void> {
    await this.#storage.close();
  }

  /** Renames a table by a connection of its own, so that every use of it fails; gives the way back. */
  async breakTable(table: string): Promise<() => Promise<void>> {
    const rename = (from: string, to: string) =>
      this.ask(`ALTER TABLE "${from}" RENAME TO "${to}"`);
    await rename(table, `${table}_away`);
    return async () => void (await rename(`${table}_away`, table));
  }

  /** Asks the database by a connection of its own. */
  async ask(sql: string): Promise<readonly unknown[]> {
    const url = `file:${path.join(this.#folder, 'mugen.db')}`;
    const file = await new PrismaBetterSqlite3({ url }).connect();
    try {
      if (!sql.startsWith('SELECT')) await file.executeScript(sql);
      return sql.startsWith('SELECT')
        ? (await file.queryRaw({ sql, args: [], argTypes: [] })).rows
        : [];
    } finally {
      await file.dispose();
    }
  }

  /** A month passes: what nobody keeps is swept away. */
  async forgetPortraits(): Promise<void> {
    await this.#storage.portraits.sweep(new Date(Date.now() + 1000), 1000);
  }

  /** Numbers of what somebody keeps. */
  async kept(who: Person): Promise<number[]> {
    const platformId = String(who.user.id);
    const person = await this.game.people.meet({ platform: 'telegram', platformId });
    const { items } = await this.game.favorites.list(person, { order: 'oldest', pageSize: 50 });
    return items.map(({ favorite }) => favorite.number);
  }

  /** The bot's newest message in a chat that fits and is newer than `after`. */
  async answer(
    chat: ChatState,
    fits: (message: WireMessage) => boolean,
    after?: WireMessage,
  ): Promise<WireMessage> {
    const since = after?.message_id ?? 0;
    return this.standin.waitFor(
      () =>
        this.standin
          .botMessages(chat.chat.id)
          .findLast((message) => message.message_id > since && fits(message)),
      `an answer in ${chat.chat.type} chat ${chat.chat.id}`,
    );
  }

  /** A tap on a button under an inline result, in a chat that the bot knows nothing of. */
  tapInline(who: Person, data: string): Promise<TapAnswer> {
    const { queries, updates } = this.standin;
    const { id, answered } = queries.openTap();
    const inline = { inline_message_id: `inline-${id}`, chat_instance: '1', data };
    updates.push('callback_query', { id, from: who.user, ...inline });
    return answered;
  }

  /** The photo that answers what somebody says in private. */
  async pull(who: Person, text: string): Promise<WireMessage> {
    const said = who.says(text);
    return this.answer(who.privateChat, isPhoto, said);
  }
}

export function isPhoto(message: WireMessage): boolean {
  return message.photo !== undefined;
}

/** True if a message's words contain this. */
export function says(words: string): (message: WireMessage) => boolean {
  return ({ text, caption }) => (text ?? caption ?? '').includes(words);
}

/** The labels of a message's buttons. */
export function labels(message: WireMessage): string[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const standin = await TelegramStandin.start(options.isPaced === true ? {} : { flood: UNHURRIED });
  const stage = new Stage(standin, options);
  await stage.start();
  return stage;
}
