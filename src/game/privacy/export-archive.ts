import { zipSync, type Zippable } from 'fflate';
import { AppError } from '../../errors/app-error.js';
import type { FavoriteRecord, PortraitRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { Picture } from '../portraits/portrait.js';
import type { ExportFile, ExportResult } from './privacy.js';

const PAGE = 100;
/** Headers of one file in a zip, its line in recipes.json, with room to spare. */
const OVERHEAD_BYTES = 4000;

/** Whose, and how large. */
export interface ExportOrder {
  readonly person: Person;
  readonly pictureCache: PictureCache;
  readonly maxBytes: number;
}

interface Entry {
  readonly portrait: PortraitRecord;
  readonly favorite?: FavoriteRecord;
}

/** Everything a person owns as zips: their favourites first, then what else was drawn for them. */
export async function buildExport(context: GameContext, order: ExportOrder): Promise<ExportResult> {
  const favorites = await listFavorites(context, order.person);
  const kept = new Set(favorites.map(({ portrait }) => portrait.id));
  const others = (await listPortraits(context, order.person)).filter(({ id }) => !kept.has(id));
  const entries: Entry[] = [
    ...favorites.map((favorite) => ({ portrait: favorite.portrait, favorite })),
    ...others.map((portrait) => ({ portrait })),
  ];
  const files: ExportFile[] = [];
  let part = new ExportPart();
  for (const entry of entries) {
    const picture = await findPicture(context, order, entry.portrait);
    if (!part.isEmpty && part.bytes + sizeOf(picture) > order.maxBytes) {
      files.push(part.finish(files.length + 1));
      part = new ExportPart();
    }
    part.add(entry, picture);
  }
  if (!part.isEmpty || files.length === 0) files.push(part.finish(files.length + 1));
  return { files, favorites: favorites.length, portraits: entries.length };
}

/** One zip on its way. */
class ExportPart {
  readonly #files: Zippable = {};
  readonly #recipes: object[] = [];
  bytes = OVERHEAD_BYTES;

  get isEmpty(): boolean {
    return this.#recipes.length === 0;
  }

  add({ portrait, favorite }: Entry, picture: Picture | undefined): void {
    const label = favorite ? `favorite-${favorite.number}` : 'portrait';
    // Ids tell upper from lower case, which some file systems do not.
    const name = `${label}-${this.#recipes.length + 1}-${portrait.id}.${picture?.format ?? ''}`;
    // WebP does not get smaller.
    if (picture) this.#files[name] = [picture.bytes, { level: 0 }];
    this.#recipes.push(toRecipe({ portrait, ...(favorite ? { favorite } : {}) }, picture && name));
    this.bytes += sizeOf(picture);
  }

  finish(number: number): ExportFile {
    const recipes = new TextEncoder().encode(JSON.stringify(this.#recipes, undefined, 2));
    const bytes = zipSync({ 'recipes.json': recipes, ...this.#files });
    return { fileName: `mugen-gacha-${number}.zip`, bytes };
  }
}

function sizeOf(picture: Picture | undefined): number {
  return OVERHEAD_BYTES + (picture?.bytes.length ?? 0);
}

function toRecipe({ portrait, favorite }: Entry, file: string | undefined): object {
  const { id, origin, modelId, modelVersion, seed, code, description, named, createdAt } = portrait;
  return {
    id,
    file: file ?? null,
    favorite: favorite
      ? {
          number: favorite.number,
          name: favorite.name,
          tags: favorite.tags,
          keptAt: favorite.keptAt,
        }
      : null,
    origin,
    model: { id: modelId, version: modelVersion },
    seed,
    code,
    description,
    named,
    parents: portrait.parentIds,
    phi: [...portrait.phi].map((weight) => Number(weight.toFixed(4))),
    createdAt,
  };
}

async function listFavorites(context: GameContext, person: Person): Promise<FavoriteRecord[]> {
  const all: FavoriteRecord[] = [];
  for (;;) {
    const filter = { order: 'oldest', offset: all.length, limit: PAGE } as const;
    const { favorites } = await context.storage.favorites.list(person.id, filter);
    all.push(...favorites);
    if (favorites.length < PAGE) return all;
  }
}

async function listPortraits(context: GameContext, person: Person): Promise<PortraitRecord[]> {
  const all: PortraitRecord[] = [];
  for (;;) {
    const page = await context.storage.portraits.listOwn(person.id, all.length, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** Favourites' pictures are drawn again where they are missing; other portraits give their recipe. */
async function findPicture(
  context: GameContext,
  { person, pictureCache }: ExportOrder,
  portrait: PortraitRecord,
): Promise<Picture | undefined> {
  try {
    return await pictureCache.picture(portrait, person);
  } catch (error) {
    if (!(error instanceof AppError) || error.family === 'storage') throw error;
    context.log.warn(
      { portrait: portrait.id, err: error },
      'exporting a recipe without its picture',
    );
    return undefined;
  }
}
