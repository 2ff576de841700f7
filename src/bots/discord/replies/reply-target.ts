import type { Message } from 'discord.js';
import type { Outgoing } from './outgoing.js';

/** What became of a message: where it stands, as far as posts need to know. */
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
  /** Of one file, in bytes; absent where Discord did not say. */
  readonly attachmentLimit?: number | undefined;
  /** The answer itself; replaces progress. */
  show(outgoing: Outgoing): Promise<SentMessage>;
  /** A further message beside the answer. */
  add(outgoing: Outgoing): Promise<SentMessage>;
  /** A line about the queue; may be dropped. */
  progress(text: string): Promise<void>;
  /** What went wrong, to the person alone where that is possible. */
  fail(text: string): Promise<void>;
}

/** Where a message stands that Discord has taken; no server in direct messages. */
export function sentAs(message: Pick<Message, 'id' | 'channelId' | 'guildId'>): SentMessage {
  const { id, channelId, guildId } = message;
  return { channelId, messageId: id, ...(guildId === null ? {} : { serverId: guildId }) };
}
