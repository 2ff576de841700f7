import type { MessageComponentInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { toPayload, type Outgoing } from './outgoing.js';
import { sentAs, type ReplyTarget, type SentMessage } from './reply-target.js';

/** Changes the message that a button stands on; what goes wrong is said beside it. */
export class UpdateReply implements ReplyTarget {
  readonly isPrivate: boolean;
  readonly attachmentLimit: number | undefined;
  readonly #interaction: MessageComponentInteraction;

  constructor(interaction: MessageComponentInteraction) {
    this.#interaction = interaction;
    this.attachmentLimit = interaction.attachmentSizeLimit;
    this.isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  }

  async show(outgoing: Outgoing): Promise<SentMessage> {
    return sentAs(await this.#interaction.editReply(toPayload(outgoing)));
  }

  async add(outgoing: Outgoing): Promise<SentMessage> {
    const { attachments: _none, ...payload } = toPayload(outgoing);
    const flags = this.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
    return sentAs(await this.#interaction.followUp({ ...payload, ...flags }));
  }

  async progress(): Promise<void> {
    // The message still shows what it showed.
  }

  async fail(text: string): Promise<void> {
    const { attachments: _none, ...payload } = toPayload({ content: text });
    await this.#interaction.followUp({ ...payload, flags: MessageFlags.Ephemeral });
  }
}
