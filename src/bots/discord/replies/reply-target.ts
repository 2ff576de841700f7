import type { Message } from 'discord.js';
import type { Outgoing } from './outgoing.js';

/** The address of a sent message. */
export interface SentMessage {
  readonly channelId: string;
  readonly messageId: string;
  readonly serverId?: string;
}

/** The way back to somebody, whatever they came by. */
export interface ReplyTarget {
  /** Only the person sees what is shown here. */
  readonly isPrivate: boolean;
  /** How many further messages Discord takes here; absent where it sets no number. */
  readonly furtherLimit?: number | undefined;
  /** Attachment limit in bytes; absent where Discord did not state one. */
  readonly attachmentLimit?: number | undefined;
  /** The answer itself; replaces progress. */
  show(outgoing: Outgoing): Promise<SentMessage>;
  /** A further message beside the answer. */
  add(outgoing: Outgoing): Promise<SentMessage>;
  /** A line about the queue; may be dropped. */
  progress(text: string): Promise<void>;
  /** Tells the error, to the person alone if possible. */
  fail(text: string): Promise<void>;
}

/** The place of a message that Discord has accepted; without a server in direct messages. */
export function sentAs(message: Pick<Message, 'id' | 'channelId' | 'guildId'>): SentMessage {
  const { id, channelId, guildId } = message;
  return { channelId, messageId: id, ...(guildId === null ? {} : { serverId: guildId }) };
}
