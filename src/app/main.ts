import type { Logger } from 'pino';
import { createWebFrontEnd } from '../bots/web/web-front-end.js';
import type { Settings } from '../config/env.js';
import {
  discordSettings,
  gameSettings,
  inferenceSettings,
  queueSettings,
  telegramSettings,
} from '../config/parts.js';
import { ConfigError } from '../errors/app-error.js';
import { createGenerator } from '../inference/create-generator.js';
import type { PortraitGenerator } from '../inference/portrait-generator.js';
import { createMessages, type Messages } from '../messages/messages.js';
import { openProgram } from './program.js';
import { createGame } from '../game/create-game.js';
import type { Game } from '../game/game.js';
import { openStorage } from '../storage/open-storage.js';

const PARTS = ['storage', 'inference', 'game', 'web', 'discord', 'telegram'] as const;
type Part = (typeof PARTS)[number];

const { settings, log, stops, run } = openProgram(PARTS);
run(() => start(settings));

/** The page answers first and waits for the game; the bots come when there is one. */
async function start(chosen: Settings): Promise<void> {
  const messages = createMessages();
  const loading = openGenerator(chosen, log.child({ part: 'inference' }));
  const making = makeGame(chosen, loading);
  // Whoever waits for the game hears of its failure; this keeps it from also counting as unheard.
  making.catch(() => undefined);
  const web = createWebFrontEnd({
    game: making,
    messages,
    log: log.child({ part: 'web' }),
    settings: { host: chosen.HOST, port: chosen.PORT },
  });
  await web.start().catch((error: unknown) => {
    throw explainTaken(error, chosen);
  });
  stops.set('web', () => web.stop());
  const game = await making;
  log.info({ address: web.address, model: game.model.id }, `ready at ${web.address}`);
  await startBots(chosen, { game, messages, generator: await loading });
}

/** The one thing that a start finds wrong outside the program, and that its host can mend. */
function explainTaken(error: unknown, { HOST, PORT }: Settings): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  const sentence = `port ${PORT} of ${HOST} is taken (EADDRINUSE): set PORT, or stop what has it`;
  return new ConfigError('config-invalid', sentence);
}

/** Draws here, or with QUEUE_URL on whatever workers there are; the queue's library is only loaded then. */
async function openGenerator(chosen: Settings, own: Logger): Promise<PortraitGenerator> {
  const model = inferenceSettings(chosen);
  const queue = queueSettings(chosen);
  if (queue === undefined) return createGenerator({ settings: model, log: own });
  const { createQueuedGenerator } = await import('../inference/queue/create-queued-generator.js');
  return createQueuedGenerator({ url: queue.url, model, settings: queue.limits, log: own });
}

/** Storage and model open beside each other. */
async function makeGame(chosen: Settings, loading: Promise<PortraitGenerator>): Promise<Game> {
  const opening = openStorage(chosen.DATABASE_URL);
  // Each is to be closed even when the other failed to open.
  await Promise.allSettled([
    opening.then((opened) => stops.set('storage', () => opened.close())),
    loading.then((loaded) => stops.set('inference', () => loaded.close())),
  ]);
  const [storage, generator] = await Promise.all([opening, loading]);
  const game = createGame({
    storage,
    generator,
    log: log.child({ part: 'game' }),
    settings: gameSettings(chosen),
  });
  stops.set('game', () => game.close());
  game.housekeeping.start();
  return game;
}

interface Common {
  readonly game: Game;
  readonly generator: PortraitGenerator;
  readonly messages: Messages;
}

/** One bot that cannot start does not keep the other, or the page, from running. */
async function startBots(chosen: Settings, common: Common): Promise<void> {
  const discord = discordSettings(chosen);
  const telegram = telegramSettings(chosen);
  await Promise.all([
    discord === undefined
      ? log.info({ part: 'discord' }, 'Discord is off: DISCORD_TOKEN is not set')
      : startBot('discord', (own) => createDiscord({ ...common, log: own, settings: discord })),
    telegram === undefined
      ? log.info({ part: 'telegram' }, 'Telegram is off: TELEGRAM_TOKEN is not set')
      : startBot('telegram', (own) => createTelegram({ ...common, log: own, settings: telegram })),
  ]);
}

// A platform's library is only loaded where it is used: without them the page is there sooner.

async function createDiscord(
  parts: Common & { log: Logger; settings: NonNullable<ReturnType<typeof discordSettings>> },
): Promise<FrontEnd> {
  const { generator, log: own, settings: discord } = parts;
  const { token, apiUrl, sharding: count } = discord;
  if (count === undefined) {
    const { createDiscordFrontEnd } = await import('../bots/discord/discord-front-end.js');
    return createDiscordFrontEnd(parts);
  }
  const { createShardedDiscord } = await import('./discord-shards.js');
  return createShardedDiscord({ generator, log: own, settings: { token, count, apiUrl } });
}

async function createTelegram(
  parts: Common & { log: Logger; settings: NonNullable<ReturnType<typeof telegramSettings>> },
): Promise<FrontEnd> {
  const { createTelegramFrontEnd } = await import('../bots/telegram/telegram-front-end.js');
  return createTelegramFrontEnd(parts);
}

interface FrontEnd {
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function startBot(name: Part, create: (own: Logger) => Promise<FrontEnd>): Promise<void> {
  const own = log.child({ part: name });
  try {
    const bot = await create(own);
    stops.set(name, () => bot.stop());
    await bot.start();
  } catch (error) {
    own.error({ err: error }, `${name} could not be started; the rest goes on without it`);
  }
}
