import { NotFoundError } from '../../errors/app-error.js';
import type { FavoriteRecord } from '../../storage/records.js';
import type { FavoriteKey, FavoriteStore } from '../../storage/storage.js';
import { cleanText, foldText } from '../typed-commands/clean-text.js';
import type { FavoriteReference } from './favorite.js';
import type { Person } from '../people/person.js';

/** Longest name of a favourite in characters. */
export const MAX_NAME_LENGTH = 40;
/** Beyond what any database takes for a whole number. */
const MAX_NUMBER = 2_147_483_647;

/** `12`, `#12` (also in full width) or a name. */
export function parseReference(reference: FavoriteReference): FavoriteKey {
  const text = foldText(cleanText(String(reference), MAX_NAME_LENGTH));
  const digits = /^[#№]?\s*(\d{1,10})$/.exec(text)?.[1];
  const number = Number(digits);
  return digits !== undefined && number <= MAX_NUMBER ? { number } : { nameKey: text };
}

/** One of the person's own. @throws NotFoundError `favourite-not-found` */
export async function findFavorite(
  favorites: FavoriteStore,
  person: Person,
  reference: FavoriteReference,
): Promise<FavoriteRecord> {
  const found = await favorites.find(person.id, parseReference(reference));
  return found ?? throwNotFound(reference);
}

/** @throws NotFoundError `favourite-not-found` */
export function throwNotFound(reference: FavoriteReference): never {
  throw new NotFoundError('favourite-not-found', 'expected the number or name of a favourite', {
    context: { reference: cleanText(String(reference), MAX_NAME_LENGTH) },
  });
}
