import type { InlineKeyboardMarkup, Message } from 'telegraf/types';
import { NotFoundError, UserInputError } from '../../../errors/app-error.js';
import type { Post } from '../../../game/posts/post.js';
import type { PortraitReference } from '../../../game/portraits/portrait-reference.js';
import { isNumber, takeReference } from '../../../game/typed-commands/typed-options.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { decodeAction } from '../callback-data.js';
import { findPost } from './find-post.js';

/** Which portrait a command's text begins with, and what it says after that. */
export interface FoundPortrait {
  readonly reference: PortraitReference;
  readonly rest: string;
}

/** Portraits that stand on a message of ours. */
export interface ShownPortraits extends Pick<Post, 'kind' | 'portraitIds'> {
  /** Absent where the message is not recorded: its own buttons tell what it shows. */
  readonly id?: string;
}

/** The post that a message replies to, if it is ours or was posted through us. */
export async function findReplied(
  context: TelegramContext,
  message: Message,
): Promise<ShownPortraits | undefined> {
  const replied = 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (replied === undefined || !isOurs(context, replied)) return undefined;
  const post = await findPost(context, message.chat.id, replied.message_id);
  return post ?? readButtons(replied);
}

/** As much of a message as tells whose it is and what stands below it. */
interface Sent {
  readonly from?: { readonly id: number } | undefined;
  readonly via_bot?: { readonly id: number } | undefined;
  readonly reply_markup?: InlineKeyboardMarkup | undefined;
}

/** True if we wrote it, or somebody posted it by our inline mode. */
export function isOurs({ me }: TelegramContext, message: Sent): boolean {
  return message.from?.id === me.id || message.via_bot?.id === me.id;
}

/** The portraits that a message's buttons keep, in order; undefined if there are none. */
export function readButtons(message: Sent): ShownPortraits | undefined {
  const actions = (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((each) => ('callback_data' in each ? (decodeAction(each.callback_data) ?? []) : []));
  const kept = actions.flatMap((action) => (action.do === 'keep' ? [action.portraitId] : []));
  const [first, ...others] = kept;
  if (first === undefined) return undefined;
  const isStrip = others.length > 0 && actions.some(({ do: kind }) => kind === 'change');
  if (isStrip) return { kind: 'strip', portraitIds: [...others, first] };
  return { kind: others.length === 0 ? 'portrait' : 'pull', portraitIds: kept };
}

/**
 * Reads "12 red hair", "Aiko red hair", a share code, or "3 red hair" in answer to a grid.
 * @throws UserInputError `option-not-allowed`, NotFoundError `favourite-not-found`
 */
export async function findPortrait(
  context: TelegramContext,
  caller: Caller,
  { text, post }: { readonly text: string; readonly post?: ShownPortraits | undefined },
): Promise<FoundPortrait> {
  const { reference, rest } = takeReference(text);
  if (post !== undefined && (reference === '' || !isNumber(reference))) {
    const named = await findByName(context, caller, text);
    return named ?? { reference: onPost(post, mainPlace(post)), rest: text };
  }
  if (post !== undefined && post.kind !== 'portrait' && isNumber(reference)) {
    const place = Number(reference);
    if (place >= 1 && place <= post.portraitIds.length)
      return { reference: onPost(post, place), rest };
  }
  if (reference === '') {
    throw new UserInputError('option-not-allowed', 'expected a favourite, got nothing');
  }
  if (isNumber(reference)) return { reference: { favorite: Number(reference) }, rest };
  const code = context.game.redraws.findCode(reference);
  if (code !== undefined) return { reference: { code }, rest };
  const named = await findByName(context, caller, text);
  if (named !== undefined) return named;
  throw new NotFoundError('favourite-not-found', 'expected the number or name of a favourite', {
    context: { reference },
  });
}

/** The place on a post that a reaction or a bare answer means: of a strip, the large one. */
export function mainPlace(post: ShownPortraits): number {
  return post.kind === 'strip' ? post.portraitIds.length : 1;
}

/** The portrait at a place of what a message shows. */
export function onPost(shown: ShownPortraits, place: number): PortraitReference {
  const { id: postId, portraitIds } = shown;
  return postId === undefined ? { portraitId: portraitIds[place - 1] ?? '' } : { postId, place };
}

/** Names may hold spaces: the longest one that the text begins with. */
async function findByName(
  context: TelegramContext,
  caller: Caller,
  text: string,
): Promise<FoundPortrait | undefined> {
  const { reference, rest } = takeReference(text);
  if (reference === '') return undefined;
  const suggestions = await context.game.favorites.suggest(caller.person, reference);
  const spoken = text.trim().toLowerCase();
  const names = suggestions
    .map(({ name }) => name ?? '')
    .filter((name) => name !== '')
    .sort((first, second) => second.length - first.length);
  const quoted = names.find((name) => name.toLowerCase() === reference.toLowerCase());
  if (quoted !== undefined) return { reference: { favorite: quoted }, rest };
  const begun = names.find((name) => spoken.startsWith(`${name.toLowerCase()} `));
  if (begun === undefined) return undefined;
  return { reference: { favorite: begun }, rest: text.trim().slice(begun.length).trim() };
}
