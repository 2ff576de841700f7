import { ButtonStyle } from 'discord.js';
import { NotFoundError } from '../../../errors/app-error.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import { encodeCustomId } from '../custom-id.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { button, inRows } from '../views/rows.js';
import type { Caller } from '../caller.js';

/** Keeps what stands at the places, and says under which numbers. */
export async function keepPlaces(
  caller: Caller,
  target: ReplyTarget,
  given: { postId: string; places: readonly number[] },
): Promise<void> {
  const { postId, places } = given;
  const lines: string[] = [];
  let last: { favorite: Favorite; place: number } | undefined;
  for (const place of places) {
    // One after the other, so that their numbers follow their places.
    // oxlint-disable-next-line no-await-in-loop
    const kept = await caller.context.game.favorites.keep(caller.person, { postId, place });
    if (kept.outcome === 'no-post') {
      throw new NotFoundError('post-not-found', `expected place ${place} on post ${postId}`);
    }
    const { number } = kept.favorite;
    const key = kept.outcome === 'kept' ? 'kept' : 'keptAlready';
    lines.push(caller.t(`common:favourite.${key}`, { number }));
    last = { favorite: kept.favorite, place };
  }
  const rows = last === undefined || places.length > 1 ? [] : keptRows(caller, { postId, ...last });
  await target.show({ content: lines.join('\n'), rows });
}

function keptRows(
  { t }: Caller,
  given: { postId: string; place: number; favorite: Favorite },
): ReturnType<typeof inRows> {
  const { postId, place, favorite } = given;
  const { number } = favorite;
  const grey = ButtonStyle.Secondary;
  return inRows([
    button(encodeCustomId('name', number), t('common:action.name'), grey),
    button(encodeCustomId('tag', number), t('common:action.tag'), grey),
    button(encodeCustomId('unkeep', postId, place), t('common:action.unkeep'), grey),
  ]);
}
