import { refusals } from './api-error.js';
import type { StandinClock } from './clock.js';
import { checkChoices, checkModal } from './documented-limits.js';
import type { MessageStore } from './message-store.js';
import { asObject, type UploadedFile } from './request-body.js';
import {
  messageFlags,
  type Json,
  type StandinChannel,
  type StandinMessage,
  type StandinUser,
  type World,
} from './world.js';

const answerWithinMs = 3000;
const tokenLivesMs = 15 * 60 * 1000;
const followUpsWithoutBot = 5;

const callbackType = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** One interaction: what someone did, and what the bot answered so far. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly user: StandinUser;
  readonly channel: StandinChannel;
  readonly createdMs: number;
  /** The message whose button was pressed. */
  readonly source?: StandinMessage;
  answered?: number;
  /** The server or channel has gone since, or the bot from it, and the token with it. */
  isCutOff?: boolean;
  /** The first answer as it came in. */
  answer?: string;
  original?: StandinMessage;
  modal?: Json;
  choices?: Json[];
  readonly followUps: StandinMessage[];
}

/** Applies the rules of interactions: one answer, in time, and a token that dies. */
export class InteractionStore {
  readonly #byToken = new Map<string, Interaction>();
  readonly #world: World;
  readonly #messages: MessageStore;
  readonly #clock: StandinClock;
  readonly #report: (problem: string) => void;

  constructor(parts: {
    world: World;
    messages: MessageStore;
    clock: StandinClock;
    report: (problem: string) => void;
  }) {
    this.#world = parts.world;
    this.#messages = parts.messages;
    this.#clock = parts.clock;
    this.#report = parts.report;
  }

  /**
   * Begins an interaction at this moment of the clock: its first answer has three seconds from
   * here.
   */
  open(from: Pick<Interaction, 'user' | 'channel'> & { source?: StandinMessage }): Interaction {
    const id = this.#world.ids.next();
    const token = `token-${id}-${'x'.repeat(40)}`;
    const interaction = { ...from, id, token, createdMs: this.#clock.nowMs, followUps: [] };
    this.#byToken.set(token, interaction);
    return interaction;
  }

  /** POST /interactions/{id}/{token}/callback. */
  answer(token: string, body: Json, files: readonly UploadedFile[]): Interaction {
    const interaction = this.#byToken.get(token);
    const age = this.#clock.nowMs - (interaction?.createdMs ?? 0);
    if (interaction === undefined || age > answerWithinMs) throw refusals.unknownInteraction();
    const answer = JSON.stringify(body);
    if (interaction.answered !== undefined) {
      // The very same again is a repeat after a lost connection, and no fault of the bot's.
      if (interaction.answer !== answer) this.#report('an interaction was answered twice');
      throw refusals.alreadyAcknowledged();
    }
    interaction.answer = answer;
    const type = Number(body['type']);
    this.#apply(interaction, { type, data: asObject(body['data']), files });
    interaction.answered = type;
    return interaction;
  }

  /** Interactions that began there cannot be answered any more. */
  cutOff(isThere: (channel: StandinChannel) => boolean): void {
    for (const interaction of this.#byToken.values()) {
      if (isThere(interaction.channel)) interaction.isCutOff = true;
    }
  }

  /** The interaction whose token still works as a webhook's. */
  alive(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.answered === undefined) throw refusals.unknownWebhook();
    if (interaction.isCutOff === true) throw refusals.unknownWebhook();
    if (this.#clock.nowMs - interaction.createdMs > tokenLivesMs) throw refusals.expiredToken();
    return interaction;
  }

  /**
   * POST /webhooks/{application}/{token}: a further message.
   * @throws ApiError for the sixth where the bot is no member
   */
  followUp(interaction: Interaction, body: Json, files: readonly UploadedFile[]): StandinMessage {
    const { guild, isGroup } = interaction.channel;
    const hasBot = guild?.hasBot ?? isGroup !== true;
    if (!hasBot && interaction.followUps.length >= followUpsWithoutBot) {
      throw refusals.tooManyFollowUps();
    }
    const message = this.#reply(interaction, body, files);
    interaction.followUps.push(message);
    return message;
  }

  #apply(
    interaction: Interaction,
    answer: { type: number; data: Json; files: readonly UploadedFile[] },
  ): void {
    const { type, data, files } = answer;
    const { source } = interaction;
    if (type === callbackType.message) {
      interaction.original = this.#reply(interaction, data, files);
    } else if (type === callbackType.deferredMessage) {
      const flags = Number(data['flags'] ?? 0) | messageFlags.loading;
      interaction.original = this.#reply(interaction, { flags }, []);
    } else if (type === callbackType.update && source !== undefined) {
      this.#messages.edit(source, data, files);
      interaction.original = source;
    } else if (type === callbackType.deferredUpdate && source !== undefined) {
      interaction.original = source;
    } else if (type === callbackType.choices) {
      this.#refuse(checkChoices(data));
      interaction.choices = data['choices'] as Json[];
    } else if (type === callbackType.modal) {
      this.#refuse(checkModal(data));
      interaction.modal = data;
    } else {
      this.#refuse([`interaction callback of type ${type} does not fit here`]);
    }
  }

  #reply(interaction: Interaction, body: Json, files: readonly UploadedFile[]): StandinMessage {
    const { user, channel } = interaction;
    const isForced = channel.forcesEphemeral === true && channel.guild?.hasBot === false;
    const asked = Number(body['flags'] ?? 0);
    const flags = isForced ? asked | messageFlags.ephemeral : asked;
    const isEphemeral = (flags & messageFlags.ephemeral) !== 0;
    return this.#messages.create({
      channel,
      author: this.#world.bot,
      body: { ...body, flags },
      files,
      interactionUser: user,
      ...(isEphemeral ? { onlyFor: user } : {}),
    });
  }

  #refuse(problems: readonly string[]): void {
    for (const problem of problems) this.#report(problem);
    if (problems.length > 0) throw refusals.invalidBody();
  }
}
