import { createDiscordFrontEnd } from '../bots/discord/discord-front-end.js';
import { loadSettings } from '../config/env.js';
import { discordSettings, gameSettings } from '../config/parts.js';
import { ConfigError } from '../errors/app-error.js';
import { connectGenerator } from '../inference/ipc/connect-generator.js';
import { createMessages } from '../messages/messages.js';
import { createGame } from '../game/create-game.js';
import { openStorage } from '../storage/open-storage.js';
import { openLog } from './program-log.js';

/**
 * One of several processes that talk to Discord, started by the main one. It has no model of its
 * own: it draws with the main process' workers, whose address is its argument.
 */

const settings = loadSettings();
const log = openLog(settings, 'discord');
const stops: (() => Promise<void>)[] = [];
let isStopping = false;

// Ctrl-C reaches the whole group; the main process says when it is this one's turn.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void stop(0));
process.on('disconnect', () => void stop(0));

start().catch(giveUp);

/** The main process has to know why, or it would start the same again. */
function giveUp(error: unknown): void {
  log.fatal({ err: error }, 'shard gave up');
  if (error instanceof ConfigError) process.send?.({ gaveUp: error.message });
  void stop(1);
}

async function start(): Promise<void> {
  const discord = discordSettings(settings);
  const address = process.argv[2];
  if (discord === undefined || address === undefined) {
    throw new ConfigError('config-invalid', 'expected to be started by the main process');
  }
  const storage = await openStorage(settings.DATABASE_URL);
  stops.push(() => storage.close());
  const generator = await connectGenerator({ address, log });
  stops.push(() => generator.close());
  const game = createGame({ storage, generator, log, settings: gameSettings(settings) });
  stops.push(() => game.close());
  const messages = createMessages();
  const bot = createDiscordFrontEnd({ game, messages, log, settings: discord, gaveUp: giveUp });
  stops.push(() => bot.stop());
  await bot.start();
  // discord.js says so for the first client of a process alone.
  process.send?.({ _ready: true });
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const end of stops.toReversed()) {
    // In this order things depend on each other.
    // oxlint-disable-next-line no-await-in-loop
    await end().catch((error: unknown) => {
      log.error({ err: error }, 'did not stop cleanly');
    });
  }
  process.exit(code);
}
