import {
  AttachmentBuilder,
  type ActionRowBuilder,
  type AttachmentPayload,
  type ButtonBuilder,
  type StringSelectMenuBuilder,
} from 'discord.js';
import type { Picture } from '../../../game/portraits/portrait.js';
import { shorten } from '../views/escape.js';

const contentLimit = 2000;
const altTextLimit = 1000;

/** Up to five buttons, or one menu; a message takes five rows. */
export type Row = ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>;

/** A message of the bot's, before it is known how it will be sent. */
export interface Outgoing {
  readonly content: string;
  readonly rows?: readonly Row[];
  readonly picture?: { readonly picture: Picture; readonly alt: string };
  readonly files?: readonly AttachmentPayload[];
}

/**
 * The payload for discord.js: cut to the limits of Discord, pinging nobody. An edit lets go of the files
 * before.
 */
export interface MessagePayload {
  readonly content: string;
  readonly components: Row[];
  readonly files: (AttachmentBuilder | AttachmentPayload)[];
  readonly attachments: [];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/** The same payload for replies, edits, follow-ups and channel messages; it replaces what stood there. */
export function toPayload(outgoing: Outgoing): MessagePayload {
  const { content, rows = [], picture, files = [] } = outgoing;
  return {
    content: shorten(content, contentLimit),
    components: [...rows],
    files: [...(picture === undefined ? [] : [toAttachment(picture)]), ...files],
    attachments: [],
    allowedMentions: { parse: [], repliedUser: false },
  };
}

function toAttachment(given: { picture: Picture; alt: string }): AttachmentBuilder {
  const { bytes, fileName } = given.picture;
  return new AttachmentBuilder(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    name: fileName,
    description: shorten(given.alt, altTextLimit),
  });
}
