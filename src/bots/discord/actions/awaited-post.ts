import { ButtonStyle, MessageFlags, type Message } from 'discord.js';
import type { DiscordContext } from '../discord-context.js';
import { encodeCustomId } from '../custom-id.js';
import { getPostOfMessage } from './find-post.js';
import type { Row } from '../replies/outgoing.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { button, inRows } from '../views/rows.js';
import type { Caller, Localized } from '../caller.js';
import { toShownPost, type ShownPost } from './shown-post.js';

/**
 * The post that a message is, or will be once it is drawn: whoever was too quick is told so, and
 * waits. @throws NotFoundError `post-not-found`
 */
export async function awaitPost(
  caller: Caller,
  target: ReplyTarget,
  message: Message,
): Promise<ShownPost> {
  const expected = caller.context.pendingPosts.expected(message.id);
  if (expected !== undefined) {
    await target.progress(caller.t('discord:stillDrawn'));
    await expected;
  } else if (isThinking(caller.context, message)) {
    // Another process draws it, or one that has ended since.
    await target.progress(caller.t('discord:stillDrawn'));
  }
  return toShownPost(await getPostOfMessage(caller, message.id));
}

function isThinking({ client }: DiscordContext, { author, flags }: Message): boolean {
  return author.id === client.user?.id && flags.has(MessageFlags.Loading);
}

/** A button for each of several faces. */
export function keepRows({ t }: Localized, { id, count }: ShownPost): Row[] {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  return inRows(
    places.map((place) => {
      const label = t('common:action.keepNumber', { number: place });
      return button(encodeCustomId('keep', id, place), label, ButtonStyle.Secondary);
    }),
  );
}

/** The way to a modal for those for whom it could not open at once. */
export function openRows({ t }: Localized, verb: 'change' | 'blend', post: ShownPost): Row[] {
  const { id, count } = post;
  const chosen = post.chosen ?? (count === 1 ? 1 : undefined);
  const label = t(verb === 'change' ? 'common:action.change' : 'common:action.blendWith');
  const places =
    chosen === undefined ? Array.from({ length: count }, (_, index) => index + 1) : [chosen];
  return inRows(
    places.map((place) =>
      button(
        encodeCustomId(verb, id, place),
        places.length === 1 ? label : `${label} ${place}`,
        ButtonStyle.Primary,
      ),
    ),
  );
}
