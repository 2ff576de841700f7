import type { Logger } from 'pino';
import { createWebFrontEnd } from '../bots/web/web-front-end.js';
import type { Settings } from '../config/env.js';
import {
  discordSettings,
  gameSettings,
  inferenceSettings,
  isPageOpen,
  queueSettings,
  telegramSettings,
  webSettings,
} from '../config/parts.js';
import { ConfigError } from '../errors/app-error.js';
import { createGenerators } from '../inference/create-generator.js';
import type { PortraitGenerator, WatchedGenerator } from '../inference/portrait-generator.js';
import { RoutingGenerator } from '../inference/routing-generator.js';
import { createMessages, type Messages } from '../messages/messages.js';
import { openProgram } from './program.js';
import { openOperations } from './operations/open-operations.js';
import { createGame } from '../game/create-game.js';
import type { Game } from '../game/game.js';
import { openStorage } from '../storage/open-storage.js';
import type { Storage } from '../storage/storage.js';
import { measureGame, measureStorage } from './operations/measured.js';

type Part = 'operations' | 'storage' | 'inference' | 'game' | 'web' | 'discord' | 'telegram';
/** The front ends stop beside each other. */
const STAGES: readonly (readonly Part[])[] = [
  ['operations'],
  ['storage'],
  ['inference'],
  ['game'],
  ['web', 'discord', 'telegram'],
];

const { settings, log, stops, run, fail } = openProgram(STAGES);
const { metrics, readiness, listen } = openOperations(settings, log);
run(() => start(settings));

/** The page answers first and waits for the game; the bots come when there is one. */
async function start(chosen: Settings): Promise<void> {
  stops.set('operations', await listen());
  const messages = createMessages();
  for (const part of ['database', 'workers']) readiness.add(part, () => 'not open yet');
  const loading = openGenerator(chosen, log.child({ part: 'inference' }));
  const making = makeGame(chosen, loading);
  // Whoever waits for the game hears of its failure; this keeps it from also counting as unheard.
  making.catch(() => undefined);
  const web = createWebFrontEnd({
    game: making,
    messages,
    log: log.child({ part: 'web' }),
    settings: webSettings(chosen),
  });
  if (isPageOpen(chosen) && chosen.WEB_TOKEN === undefined) {
    log.warn({ host: chosen.HOST }, 'the page is open to whoever reaches it: set WEB_TOKEN');
  }
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
async function openGenerator(chosen: Settings, own: Logger): Promise<WatchedGenerator> {
  const model = inferenceSettings(chosen);
  const queue = queueSettings(chosen);
  const onBatch = metrics?.noteBatch.bind(metrics);
  if (queue === undefined) {
    const installed = await createGenerators({ settings: model, log: own, onBatch });
    return new RoutingGenerator(installed.own, installed.others);
  }
  const { createQueuedGenerators } = await import('../inference/queue/create-queued-generator.js');
  return createQueuedGenerators({ url: queue.url, model, settings: queue.limits, log: own });
}

/** Storage and model open beside each other. */
async function makeGame(chosen: Settings, loading: Promise<WatchedGenerator>): Promise<Game> {
  const opening = openStorage(chosen.DATABASE_URL);
  // Each is to be closed even when the other failed to open.
  await Promise.allSettled([
    opening.then((opened) => stops.set('storage', () => opened.close())),
    loading.then((loaded) => stops.set('inference', () => loaded.close())),
  ]);
  const [opened, generator] = await Promise.all([opening, loading]);
  watch(opened, generator);
  const storage = metrics === undefined ? opened : measureStorage(opened, metrics);
  const game = createGame({
    storage,
    generator,
    log: log.child({ part: 'game' }),
    settings: gameSettings(chosen),
  });
  stops.set('game', () => game.close());
  game.housekeeping.start();
  return metrics === undefined ? game : measureGame(game, metrics);
}

function watch(storage: Storage, generator: WatchedGenerator): void {
  // Nobody has this number; whether the database says so is what is asked.
  readiness.add('database', async () => void (await storage.people.find(0)));
  readiness.add('workers', () => generator.health().problem);
  metrics?.watchGenerator(() => generator.health());
}

interface Common {
  readonly game: Game;
  readonly generator: PortraitGenerator;
  readonly messages: Messages;
}

/** Bots that run, or still try to. */
const bots = new Set<Part>();

/** One bot that gives up does not keep the other from running. */
async function startBots(chosen: Settings, common: Common): Promise<void> {
  const discord = discordSettings(chosen);
  const telegram = telegramSettings(chosen);
  if (discord !== undefined) bots.add('discord');
  if (telegram !== undefined) bots.add('telegram');
  await Promise.all([
    discord === undefined
      ? log.info({ part: 'discord' }, 'Discord is off: DISCORD_TOKEN is not set')
      : startBot('discord', (own) =>
          createDiscord({
            ...common,
            log: own,
            settings: discord,
            gaveUp: (error) => giveUp('discord', error),
          }),
        ),
    telegram === undefined
      ? log.info({ part: 'telegram' }, 'Telegram is off: TELEGRAM_TOKEN is not set')
      : startBot('telegram', (own) => createTelegram({ ...common, log: own, settings: telegram })),
  ]);
}

// A platform's library is only loaded where it is used: without them the page is there sooner.

async function createDiscord(
  parts: Common & {
    log: Logger;
    settings: NonNullable<ReturnType<typeof discordSettings>>;
    gaveUp: (error: Error) => void;
  },
): Promise<FrontEnd> {
  const { generator, log: own, settings: discord, gaveUp } = parts;
  const { token, apiUrl, sharding: count } = discord;
  if (count === undefined) {
    const { createDiscordFrontEnd } = await import('../bots/discord/discord-front-end.js');
    return createDiscordFrontEnd(parts);
  }
  const { createShardedDiscord } = await import('./discord-shards.js');
  return createShardedDiscord({ generator, log: own, settings: { token, count, apiUrl }, gaveUp });
}

async function createTelegram(
  parts: Common & { log: Logger; settings: NonNullable<ReturnType<typeof telegramSettings>> },
): Promise<FrontEnd> {
  const { createTelegramFrontEnd } = await import('../bots/telegram/telegram-front-end.js');
  return createTelegramFrontEnd(parts);
}

interface FrontEnd {
  problem(): string | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function startBot(name: Part, create: (own: Logger) => Promise<FrontEnd>): Promise<void> {
  const own = log.child({ part: name });
  readiness.add(name, () => 'not started');
  try {
    const bot = await create(own);
    readiness.add(name, () => bot.problem());
    stops.set(name, () => bot.stop());
    await bot.start();
  } catch (error) {
    giveUp(name, error);
  }
}

/** Whoever set a bot up hears of it by the program's end, unless another bot still runs. */
function giveUp(name: Part, error: unknown): void {
  bots.delete(name);
  if (bots.size === 0) fail(error, `${name} gave up, and no other bot runs`);
  else log.child({ part: name }).error({ err: error }, `${name} gave up; the rest goes on`);
}
