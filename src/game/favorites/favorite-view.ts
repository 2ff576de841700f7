import type { FavoriteRecord } from '../../storage/records.js';
import type { Favorite } from './favorite.js';
import type { ModelLayouts } from '../portraits/model-layouts.js';
import { toPortrait } from '../portraits/portrait-view.js';

/** A stored favourite as front ends see it. */
export function toFavorite(record: FavoriteRecord, layouts: ModelLayouts): Favorite {
  const { number, name, tags, keptAt, portrait } = record;
  return {
    number,
    ...(name === null ? {} : { name }),
    tags,
    keptAt,
    portrait: toPortrait(portrait, layouts),
  };
}
