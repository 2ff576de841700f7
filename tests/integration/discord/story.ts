import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { GameSettings } from '../../../src/game/game-settings.js';
import {
  buttonsOf,
  textOf,
  type Button,
  type Exchange,
} from '../../support/discord-standin/exchange.js';
import type { OptionValues } from '../../support/discord-standin/interaction-payload.js';
import type { Person } from '../../support/discord-standin/person.js';
import type { StandinChannel, StandinMessage } from '../../support/discord-standin/world.js';
import { HeldGenerator } from './held-generator.js';
import { openGenerator, openStage, type Stage } from './bot-harness.js';

/** Bounds a failure, not a speed. */
const patience = { timeout: 60_000, interval: 20 };

/** The fixture of a story: a channel with Ann and Bob, and a bot on its own database. */
export class Story {
  stage!: Stage;
  channel!: StandinChannel;
  ann!: Person;
  /** Has Discord in Japanese. */
  bob!: Person;
  /** Draws with the tiny model, unless told to wait. */
  generator!: HeldGenerator;
  readonly #real: () => PortraitGenerator;

  constructor(real: () => PortraitGenerator) {
    this.#real = real;
  }

  /** Raises the curtain; a second time it begins anew, under other rules of the game. */
  async begin(settings: Partial<GameSettings> = {}): Promise<void> {
    await this.stage?.close();
    this.generator = new HeldGenerator(this.#real());
    this.stage = await openStage({ generator: this.generator, settings });
    this.channel = this.stage.discord.channel('gacha');
    this.ann = this.stage.discord.person('Ann');
    this.bob = this.stage.discord.person('Bob', { locale: 'ja' });
  }

  /** Somebody pulls in the channel, blonde and blue-eyed unless said otherwise. */
  pull(who: Person = this.ann, options: OptionValues = {}): Promise<StandinMessage> {
    return who
      .slash(this.channel, 'gacha', { description: 'blonde blue-eyes', ...options })
      .message(hasPicture);
  }

  /** Somebody's favourites come to be these. */
  async keeps(who: Person, numbers: readonly number[]): Promise<void> {
    await vi.waitFor(async () => expect(await this.stage.kept(who)).toEqual(numbers), patience);
  }

  /** A message comes to show a text. */
  async shows(message: StandinMessage, text: string): Promise<void> {
    await this.stage.discord.until(text, () => (textOf(message).includes(text) ? true : undefined));
  }

  messagesOfBot(where: StandinChannel): StandinMessage[] {
    const { world } = this.stage.discord;
    return world.messagesIn(where).filter(({ author }) => author === world.bot);
  }

  /** A message of the bot's comes to stand in a channel. */
  answerIn(where: StandinChannel, shows: RegExp | 'picture'): Promise<StandinMessage> {
    return this.stage.discord.until(`an answer with ${shows}`, () =>
      this.messagesOfBot(where).find((message) =>
        shows === 'picture' ? hasPicture(message) : shows.test(textOf(message)),
      ),
    );
  }

  /** A follow-up of an exchange comes to show a text. */
  followUp({ interaction }: Exchange, text: RegExp): Promise<StandinMessage> {
    return this.stage.discord.until(`a follow-up with ${text}`, () =>
      interaction.followUps.find((message) => text.test(textOf(message))),
    );
  }

  /** Resolves once this many drawings have begun and wait at the held generator. */
  async atTheGate(count = 1): Promise<void> {
    await vi.waitFor(() => expect(this.generator.waiting).toBeGreaterThanOrEqual(count), patience);
  }
}

export function hasPicture({ attachments }: Pick<StandinMessage, 'attachments'>): boolean {
  return attachments.length === 1;
}

export function keepButtons(message: StandinMessage): Button[] {
  return buttonsOf(message).filter(({ label }) => /Keep/.test(label));
}

/**
 * For a `describe`: a fresh story before each test, and after it nothing that Discord would have
 * complained of, nor a fault in the log unless the tests are about faults.
 */
export function tellStories(
  options: { aboutFaults?: boolean; open?: () => Promise<PortraitGenerator> } = {},
): Story {
  let real: PortraitGenerator;
  const story = new Story(() => real);
  beforeAll(async () => {
    real = await (options.open ?? openGenerator)();
  });
  afterAll(() => real.close());
  beforeEach(async () => {
    await story.begin();
  });
  afterEach(async () => {
    const { stage } = story;
    await stage.close();
    expect(stage.discord.problems).toEqual([]);
    if (options.aboutFaults !== true) {
      expect(stage.log.filter((line) => line.level >= 50)).toEqual([]);
    }
  });
  return story;
}
