import { ButtonStyle, type ButtonBuilder } from 'discord.js';
import type { Post } from '../../../game/posts/post.js';
import { encodeCustomId, type Verb } from '../custom-id.js';
import { faceRows } from './face-rows.js';
import { button, inRows } from './rows.js';
import type { Row } from '../replies/outgoing.js';
import type { Caller } from '../caller.js';

/** The buttons under a post. They hold the post's id alone, and so work for as long as it stands. */
export function postRows(
  caller: Caller,
  post: Pick<Post, 'id' | 'kind' | 'portraitIds' | 'pullId'>,
  runId?: string,
): Row[] {
  const keep = keepButtons(caller, post);
  const deeds = [
    ...(post.pullId === undefined ? [] : [deed(caller, post, 'again'), deed(caller, post, 'find')]),
    deed(caller, post, 'change'),
    deed(caller, post, 'vary'),
    deed(caller, post, 'blend'),
    ...(canEnlarge(caller, post) ? [deed(caller, post, 'enlarge')] : []),
    deed(caller, post, 'delete'),
  ];
  const stop =
    runId === undefined
      ? []
      : [button(encodeCustomId('stop', runId), caller.t('common:action.stop'), ButtonStyle.Danger)];
  return keep.length === 1
    ? inRows([...keep, ...deeds, ...stop])
    : [...inRows(keep), ...faceRows(caller, post), ...inRows([...deeds, ...stop])];
}

/** The place that a post is about: its only one, or the large one below a strip; else undefined. */
export function mainPlace(post: Pick<Post, 'kind' | 'portraitIds'>): number | undefined {
  const count = post.portraitIds.length;
  return count === 1 || post.kind === 'strip' ? count : undefined;
}

/** A single face or a strip's, unless the model draws no larger ones; a number in reply enlarges one of many. */
function canEnlarge(
  { context: { game } }: Caller,
  post: Pick<Post, 'kind' | 'portraitIds'>,
): boolean {
  const { largestSizePx, portraitSizePx } = game.model;
  return largestSizePx > portraitSizePx && mainPlace(post) !== undefined;
}

function keepButtons(
  caller: Caller,
  post: Pick<Post, 'id' | 'kind' | 'portraitIds'>,
): ButtonBuilder[] {
  const { t } = caller;
  return post.portraitIds.map((_id, index) => {
    const place = index + 1;
    const isChosen = place === mainPlace(post);
    const label = isChosen
      ? t('common:action.keep')
      : t('common:action.keepNumber', { number: place });
    const style = isChosen ? ButtonStyle.Primary : ButtonStyle.Secondary;
    const made = button(encodeCustomId('keep', post.id, place), label, style);
    return isChosen ? made.setEmoji('❤️') : made;
  });
}

const deedKeys = {
  again: 'common:action.again',
  find: 'common:action.find',
  change: 'common:action.change',
  vary: 'common:action.vary',
  blend: 'common:action.blendWith',
  enlarge: 'common:action.enlarge',
  delete: 'common:action.delete',
} as const satisfies Partial<Record<Verb, string>>;

const isAboutPlace = {
  again: false,
  find: false,
  change: true,
  vary: true,
  blend: true,
  enlarge: true,
  delete: false,
} as const;

const deedEmoji = {
  again: '🔁',
  find: '🔎',
  change: '✏️',
  vary: '🎲',
  blend: '🫶',
  enlarge: '🔍',
  delete: '🗑️',
} as const;

function deed(
  caller: Caller,
  post: Pick<Post, 'id' | 'kind' | 'portraitIds'>,
  verb: keyof typeof deedKeys,
): ButtonBuilder {
  const place = isAboutPlace[verb] ? mainPlace(post) : undefined;
  const id = encodeCustomId(verb, post.id, ...(place === undefined ? [] : [place]));
  return button(id, caller.t(deedKeys[verb]), ButtonStyle.Secondary).setEmoji(deedEmoji[verb]);
}
