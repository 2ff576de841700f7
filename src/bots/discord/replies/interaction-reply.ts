import {
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
  type Message,
  type RepliableInteraction,
} from 'discord.js';
import type { DiscordContext } from '../discord-context.js';
import { sendToChannel, sendToPerson } from './channel-messages.js';
import { refusalOf } from './discord-error.js';
import { toPayload, type Outgoing } from './outgoing.js';
import { sentAs, type ReplyTarget, type SentMessage } from './reply-target.js';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
const followUpsWithoutBot = 5;

/**
 * Answers a deferred interaction. Where its token has died meanwhile, the answer goes to the
 * channel, or to the person alone if it was private, so that nothing drawn is lost.
 */
export class InteractionReply implements ReplyTarget {
  readonly isPrivate: boolean;
  readonly furtherLimit: number | undefined;
  readonly attachmentLimit: number | undefined;
  readonly #onShown: () => void;
  readonly #context: DiscordContext;
  readonly #interaction: RepliableInteraction;

  constructor(
    context: DiscordContext,
    interaction: RepliableInteraction,
    { isPrivate, onShown }: { isPrivate: boolean; onShown?: (() => void) | undefined },
  ) {
    this.#context = context;
    this.#interaction = interaction;
    this.#onShown = onShown ?? (() => undefined);
    this.isPrivate = isPrivate;
    this.attachmentLimit = interaction.attachmentSizeLimit;
    this.furtherLimit = isBotHere(interaction) ? undefined : followUpsWithoutBot;
  }

  async show(outgoing: Outgoing): Promise<SentMessage> {
    const sent = await this.#send(outgoing, () => this.#interaction.editReply(toPayload(outgoing)));
    this.#onShown();
    return sent;
  }

  add(outgoing: Outgoing): Promise<SentMessage> {
    const { attachments: _none, ...payload } = toPayload(outgoing);
    const flags = this.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
    const send = () => this.#interaction.followUp({ ...payload, ...flags });
    return this.#send(outgoing, send, { isFurther: true });
  }

  async progress(text: string): Promise<void> {
    await this.#interaction.editReply(toPayload({ content: text }));
  }

  async fail(text: string): Promise<void> {
    try {
      await this.#tell(text);
    } catch (error) {
      this.#context.log.warn({ err: error }, 'cannot answer here: telling the person directly');
      await sendToPerson(this.#context, this.#interaction.user.id, { content: text });
    }
  }

  /**
   * An open "thinking…" is taken away first: what went wrong is the person's own affair. Where it
   * stays, it says so itself.
   */
  async #tell(text: string): Promise<void> {
    const payload = toPayload({ content: text });
    if (this.isPrivate || !(await this.#takeAway())) {
      await this.#interaction.editReply(payload);
      return;
    }
    const { attachments: _none, ...followUp } = payload;
    await this.#interaction.followUp({ ...followUp, flags: MessageFlags.Ephemeral });
  }

  /** False where it still stands. @throws DiscordAPIError when the token has died */
  async #takeAway(): Promise<boolean> {
    try {
      await this.#interaction.deleteReply();
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === 'expired') throw error;
      this.#context.log.info({ err: error }, 'the open answer stays: it says what failed');
      // Somebody may have been faster.
      return refusal === 'gone';
    }
  }

  async #send(
    outgoing: Outgoing,
    send: () => Promise<Message>,
    { isFurther = false } = {},
  ): Promise<SentMessage> {
    try {
      return sentAs(await send());
    } catch (error) {
      if (refusalOf(error) !== 'expired') throw error;
      this.#context.log.warn({ err: error }, 'interaction token expired: answering without it');
      return sentAs(await this.#withoutToken(outgoing, isFurther));
    }
  }

  /** A further message goes to its channel or nowhere: a run would fill somebody's own messages. */
  async #withoutToken(outgoing: Outgoing, isFurther: boolean): Promise<Message> {
    const { channelId, user } = this.#interaction;
    if (this.isPrivate || channelId === null) return sendToPerson(this.#context, user.id, outgoing);
    try {
      return await sendToChannel(this.#context, channelId, outgoing);
    } catch (error) {
      if (isFurther) throw error;
      this.#context.log.warn({ err: error, channelId }, 'may not write here: answering directly');
      return sendToPerson(this.#context, user.id, outgoing);
    }
  }
}

/** False where only somebody's own account has the bot, not the server or conversation itself. */
function isBotHere({ authorizingIntegrationOwners, context }: RepliableInteraction): boolean {
  const isServers =
    authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return isServers || context === InteractionContextType.BotDM;
}
