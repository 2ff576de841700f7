import type { WireFavoritePage } from '../../../../wire.js';

/** A page of favourites, and the query that it answers. */
export type FavoriteListing = Pick<WireFavoritePage, 'items' | 'page' | 'pageCount' | 'query'>;
