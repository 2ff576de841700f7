import type { Message } from 'telegraf/types';
import { NotFoundError, UserInputError } from '../../errors/app-error.js';
import type { Post } from '../../game/posts/post.js';
import type { Subject } from '../../game/portraits/subject.js';
import { isNumber, takeReference } from '../../game/typed-commands/typed-options.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { findPost } from './find-post.js';

/** Which portrait a command's text begins with, and what it says after that. */
export interface FoundSubject {
  readonly subject: Subject;
  readonly rest: string;
}

/** A post of ours that a message answers. */
export async function findRepliedPost(
  parts: BotParts,
  message: Message,
): Promise<Post | undefined> {
  const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (replied === undefined || replied.from?.id !== parts.me.id) return undefined;
  return findPost(parts, message.chat.id, replied.message_id);
}

/**
 * Reads "12 red hair", "Aiko red hair", a share code, or "3 red hair" in answer to a grid.
 * @throws UserInputError `option-not-allowed`, NotFoundError `favourite-not-found`
 */
export async function findSubject(
  parts: BotParts,
  asker: Asker,
  { text, post }: { readonly text: string; readonly post?: Post | undefined },
): Promise<FoundSubject> {
  const { reference, rest } = takeReference(text);
  if (post !== undefined && (reference === '' || !isNumber(reference))) {
    const named = await findByName(parts, asker, text);
    return named ?? { subject: onPost(post, mainPlace(post)), rest: text };
  }
  if (post !== undefined && post.kind !== 'portrait' && isNumber(reference)) {
    const place = Number(reference);
    if (place >= 1 && place <= post.portraitIds.length)
      return { subject: onPost(post, place), rest };
  }
  if (reference === '') {
    throw new UserInputError('option-not-allowed', 'expected a favourite, got nothing');
  }
  if (isNumber(reference)) return { subject: { favorite: Number(reference) }, rest };
  const code = parts.game.redraws.findCode(reference);
  if (code !== undefined) return { subject: { code }, rest };
  const named = await findByName(parts, asker, text);
  if (named !== undefined) return named;
  throw new NotFoundError('favourite-not-found', `no favourite ${reference}`, {
    context: { reference },
  });
}

/** The place on a post that a reaction or a bare answer means: of a strip, the large one. */
export function mainPlace(post: Pick<Post, 'kind' | 'portraitIds'>): number {
  return post.kind === 'strip' ? post.portraitIds.length : 1;
}

function onPost(post: Post, place: number): Subject {
  return { postId: post.id, place };
}

/** Names may hold spaces: the longest one that the text begins with. */
async function findByName(
  parts: BotParts,
  asker: Asker,
  text: string,
): Promise<FoundSubject | undefined> {
  const { reference, rest } = takeReference(text);
  if (reference === '') return undefined;
  const suggestions = await parts.game.favorites.suggest(asker.person, reference);
  const spoken = text.trim().toLowerCase();
  const names = suggestions
    .map(({ name }) => name ?? '')
    .filter((name) => name !== '')
    .sort((first, second) => second.length - first.length);
  const quoted = names.find((name) => name.toLowerCase() === reference.toLowerCase());
  if (quoted !== undefined) return { subject: { favorite: quoted }, rest };
  const begun = names.find((name) => spoken.startsWith(`${name.toLowerCase()} `));
  if (begun === undefined) return undefined;
  return { subject: { favorite: begun }, rest: text.trim().slice(begun.length).trim() };
}
