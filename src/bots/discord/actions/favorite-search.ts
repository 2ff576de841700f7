import type { ConversationKey, JsonValue } from '../../../game/people/conversation.js';
import type { FavoriteQuery } from '../../../game/favorites/favorite.js';
import { createId } from '../../../game/random-id.js';
import type { Caller } from '../caller.js';

/** Longer than Discord shows a message that only one person sees. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** A search among favourites, stored under an id that fits into a button. */
export interface FavoriteSearch {
  readonly id: string;
  readonly words: Pick<FavoriteQuery, 'search' | 'tag'>;
}

/** Remembers a search for the buttons that turn its pages. */
export async function rememberSearch(
  caller: Caller,
  words: FavoriteSearch['words'],
): Promise<FavoriteSearch> {
  const id = createId();
  await caller.context.game.conversations.save(keyOf(caller, id), { ...words }, keptForMs);
  return { id, words };
}

/** Undefined when it was too long ago, or somebody else's. */
export async function findSearch(caller: Caller, id: string): Promise<FavoriteSearch | undefined> {
  const words = await caller.context.game.conversations.find(keyOf(caller, id));
  return words === undefined ? undefined : { id, words: readWords(words) };
}

function readWords(state: JsonValue): FavoriteSearch['words'] {
  const entries = Object.entries(typeof state === 'object' ? (state ?? {}) : {});
  const known = entries.filter(([key, value]) => {
    return ['search', 'tag'].includes(key) && typeof value === 'string';
  });
  return Object.fromEntries(known);
}

/** A conversation of its own for each search, so that several can stand open at once. */
function keyOf({ person }: Caller, id: string): ConversationKey {
  const { platform, platformId } = person;
  return { platform, platformId, channelId: `favourites.${id}` };
}
