import {
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
  type Message,
  type RepliableInteraction,
} from 'discord.js';
import type { Bot } from './bot.js';
import { sendToChannel, sendToPerson } from './channel-voice.js';
import { refusalOf } from './discord-error.js';
import { toPayload, type Outgoing } from './outgoing.js';
import { sentAs, type Outlet, type Sent } from './outlet.js';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
const followUpsWithoutBot = 5;

/**
 * Answers a deferred interaction. Where its token has died meanwhile, the answer goes to the
 * channel, or to the person alone if it was private, so that nothing drawn is lost.
 */
export class InteractionOutlet implements Outlet {
  readonly isPrivate: boolean;
  readonly furtherLimit: number | undefined;
  readonly attachmentLimit: number | undefined;
  readonly #onShown: () => void;
  readonly #bot: Bot;
  readonly #interaction: RepliableInteraction;

  constructor(
    bot: Bot,
    interaction: RepliableInteraction,
    { isPrivate, onShown }: { isPrivate: boolean; onShown?: (() => void) | undefined },
  ) {
    this.#bot = bot;
    this.#interaction = interaction;
    this.#onShown = onShown ?? (() => undefined);
    this.isPrivate = isPrivate;
    this.attachmentLimit = interaction.attachmentSizeLimit;
    this.furtherLimit = isBotHere(interaction) ? undefined : followUpsWithoutBot;
  }

  async show(outgoing: Outgoing): Promise<Sent> {
    const sent = await this.#send(outgoing, () => this.#interaction.editReply(toPayload(outgoing)));
    this.#onShown();
    return sent;
  }

  add(outgoing: Outgoing): Promise<Sent> {
    const { attachments: _none, ...payload } = toPayload(outgoing);
    const flags = this.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
    return this.#send(outgoing, () => this.#interaction.followUp({ ...payload, ...flags }));
  }

  async progress(text: string): Promise<void> {
    await this.#interaction.editReply(toPayload({ content: text }));
  }

  async fail(text: string): Promise<void> {
    try {
      await this.#tell(text);
    } catch (error) {
      if (refusalOf(error) !== 'expired') throw error;
      this.#bot.log.warn({ err: error }, 'interaction token expired: telling the person directly');
      await sendToPerson(this.#bot, this.#interaction.user.id, { content: text });
    }
  }

  /** An open "thinking…" is taken away first: what went wrong is the person's own affair. */
  async #tell(text: string): Promise<void> {
    const payload = toPayload({ content: text });
    if (this.isPrivate) {
      await this.#interaction.editReply(payload);
      return;
    }
    const { attachments: _none, ...followUp } = payload;
    await this.#interaction.deleteReply().catch((error: unknown) => {
      // Somebody was faster.
      if (refusalOf(error) !== 'gone') throw error;
    });
    await this.#interaction.followUp({ ...followUp, flags: MessageFlags.Ephemeral });
  }

  async #send(outgoing: Outgoing, send: () => Promise<Message>): Promise<Sent> {
    try {
      return sentAs(await send());
    } catch (error) {
      if (refusalOf(error) !== 'expired') throw error;
      this.#bot.log.warn({ err: error }, 'interaction token expired: answering without it');
      return sentAs(await this.#withoutToken(outgoing));
    }
  }

  async #withoutToken(outgoing: Outgoing): Promise<Message> {
    const { channelId, user } = this.#interaction;
    if (this.isPrivate || channelId === null) return sendToPerson(this.#bot, user.id, outgoing);
    try {
      return await sendToChannel(this.#bot, channelId, outgoing);
    } catch (error) {
      this.#bot.log.warn({ err: error, channelId }, 'may not write here: answering directly');
      return sendToPerson(this.#bot, user.id, outgoing);
    }
  }
}

/** False where only somebody's own account has the bot, not the server or conversation itself. */
function isBotHere({ authorizingIntegrationOwners, context }: RepliableInteraction): boolean {
  const isServers =
    authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return isServers || context === InteractionContextType.BotDM;
}
