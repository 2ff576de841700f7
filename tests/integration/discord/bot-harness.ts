import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import {
  createDiscordFrontEnd,
  type DiscordFrontEnd,
} from '../../../src/bots/discord/discord-front-end.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { LOG_SERIALIZERS } from '../../../src/errors/log-error.js';
import { createMessages } from '../../../src/messages/messages.js';
import { createGame } from '../../../src/game/create-game.js';
import type { GameSettings } from '../../../src/game/game-settings.js';
import type { Game } from '../../../src/game/game.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { Storage } from '../../../src/storage/storage.js';
import { DiscordStandin } from '../../support/discord-standin/discord-standin.js';
import type { Person } from '../../support/discord-standin/person.js';
import { HeldStorage } from './held-storage.js';

export { startTinyGenerator as openGenerator } from '../../support/game/test-game.js';

const messages = createMessages();

/** The log as it was written, for stories about what is logged. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** A bot with everything real but Discord, which is the stand-in; it can be restarted. */
export class Stage {
  readonly discord: DiscordStandin;
  readonly log: LogLine[] = [];
  /** Why the bot ended by itself, where it did. */
  readonly gaveUp: Error[] = [];
  readonly database = new HeldStorage();
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'mugen-discord-'));
  readonly #generator: PortraitGenerator;
  readonly #settings: Partial<GameSettings>;
  #database = 'mugen.db';
  #storage!: Storage;
  #bot!: DiscordFrontEnd;
  game!: Game;

  constructor(parts: {
    discord: DiscordStandin;
    generator: PortraitGenerator;
    settings: Partial<GameSettings>;
  }) {
    this.discord = parts.discord;
    this.#generator = parts.generator;
    this.#settings = parts.settings;
  }

  async start(): Promise<void> {
    const log = pino(
      { level: 'debug', serializers: LOG_SERIALIZERS },
      { write: (line) => void this.log.push(JSON.parse(line)) },
    );
    const url = `file:${path.join(this.#folder, this.#database)}`;
    this.#storage = await openStorage(url);
    const storage = this.database.behindGate(this.#storage);
    const settings = this.#settings;
    this.game = createGame({ generator: this.#generator, storage, log, settings });
    this.#bot = createDiscordFrontEnd({
      game: this.game,
      messages,
      log,
      settings: { token: this.discord.token, apiUrl: this.discord.apiUrl },
      gaveUp: (error) => void this.gaveUp.push(error),
    });
    await this.#bot.start();
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

  /**
   * The process is killed and a new one starts on what its database held at that moment. What the
   * old one still does once `release` lets it end is done before. `isStopping`: it had been told to
   * stop, and somebody did not wait for that.
   */
  async kill(release: () => void, { isStopping = false } = {}): Promise<void> {
    const stopping = isStopping ? this.stop() : undefined;
    const next = `${this.#database}-killed`;
    for (const suffix of ['', '-wal', '-shm']) {
      const file = path.join(this.#folder, this.#database + suffix);
      if (existsSync(file)) copyFileSync(file, path.join(this.#folder, next + suffix));
    }
    release();
    await (stopping ?? this.stop());
    this.#database = next;
    await this.start();
  }

  /** A person's favourites by number. */
  async kept(who: Person): Promise<number[]> {
    const person = await this.game.people.meet({ platform: 'discord', platformId: who.id });
    const { items } = await this.game.favorites.list(person, { order: 'oldest', pageSize: 50 });
    return items.map(({ favorite }) => favorite.number);
  }

  async close(): Promise<void> {
    this.database.release();
    await this.stop();
    await this.discord.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Generous limits: stories about limits set their own. */
const usual: Partial<GameSettings> = {
  personPicturesPerMinute: 10_000,
  serverPicturesPerMinute: 100_000,
  endlessIntervalMs: 0,
  endlessLimit: 3,
};

export async function openStage(given: {
  generator: PortraitGenerator;
  settings?: Partial<GameSettings>;
}): Promise<Stage> {
  const { generator, settings = {} } = given;
  const discord = await new DiscordStandin().start();
  const stage = new Stage({ discord, generator, settings: { ...usual, ...settings } });
  await stage.start();
  return stage;
}
