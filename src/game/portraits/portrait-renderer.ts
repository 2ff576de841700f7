import type { ComposedPicture, Composition, Recipe } from '../../inference/portrait-generator.js';
import { UserInputError } from '../../errors/app-error.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import type { NewPortrait, PortraitRecord, PullRecord } from '../../storage/records.js';
import { cleanText } from '../typed-commands/clean-text.js';
import type { GameContext } from '../game-context.js';
import type { EmbeddingUnits, ModelLayout } from './model-layout.js';
import type { Person } from '../people/person.js';
import { personNotFound } from '../people/person-not-found.js';
import type { DrawingOptions, Origin, Picture } from './portrait.js';
import { isOfModel, toPicture } from './portrait-view.js';
import { createId } from '../random-id.js';
import {
  findFirstSeed,
  resolveLatent,
  roundLatent,
  type LatentRecipe,
} from '../share-code/latent-recipe.js';
import { decodeShareCode, encodeShareCode, isCompact } from '../share-code/share-code.js';

const MAX_DESCRIPTION_LENGTH = 500;
const DEFAULT_SIZE_PX = 256;

/** A portrait that is not drawn or stored yet. */
export interface PortraitDraft {
  readonly origin: Origin;
  readonly latent: LatentRecipe;
  readonly units: EmbeddingUnits;
  readonly description: string;
  readonly named: readonly GroupName[];
  readonly parentIds: readonly string[];
}

/** A portrait taken apart again, to make others of it. */
export interface PortraitRecipe {
  readonly latent: LatentRecipe;
  readonly units: EmbeddingUnits;
}

/** The person who is drawn for, and the drawing options. */
export interface DrawContext {
  readonly person: Person;
  readonly drawing?: DrawingOptions | undefined;
}

/** Makes portraits of (z, φ), has them drawn, and stores them. */
export class PortraitRenderer {
  readonly layout: ModelLayout;
  readonly #context: GameContext;

  constructor(context: GameContext, layout: ModelLayout) {
    this.#context = context;
    this.layout = layout;
  }

  /** A portrait that is not stored yet. The code says all of it, so what the code cannot say is rounded. */
  make(personId: number | null, draft: PortraitDraft): PortraitRecord {
    const { manifest, codeModel } = this.layout;
    const latent = isCompact(draft.latent, manifest.latentSize)
      ? draft.latent
      : roundLatent(resolveLatent(draft.latent, manifest));
    return {
      id: createId(),
      origin: draft.origin,
      personId,
      modelId: manifest.id,
      modelVersion: manifest.version,
      z: resolveLatent(latent, manifest),
      phi: this.layout.toPhi(draft.units),
      seed: latent.kind === 'seed' ? latent.seed : null,
      code: encodeShareCode({ latent, units: draft.units }, codeModel),
      description: cleanText(draft.description, MAX_DESCRIPTION_LENGTH),
      named: draft.named,
      parentIds: draft.parentIds,
      createdAt: this.#context.clock(),
    };
  }

  /** @throws UserInputError `model-not-installed` where another model drew it */
  recipeOf(record: PortraitRecord): PortraitRecipe {
    return this.readCode(record.code);
  }

  /** @throws UserInputError `share-code-unreadable`, `model-not-installed` */
  readCode(code: string): PortraitRecipe {
    const decoded = decodeShareCode(code.trim(), this.layout.codeModel);
    if (decoded.outcome === 'decoded') return decoded.recipe;
    if (decoded.outcome === 'unreadable') {
      throw new UserInputError(
        'share-code-unreadable',
        'expected a share code (mg1 and some 20 letters and digits), got another text or a typing error',
      );
    }
    throw this.#modelMissing();
  }

  /**
   * A portrait known from its share code alone.
   * @throws UserInputError `share-code-unreadable`, `model-not-installed`
   */
  draftFromCode(code: string): PortraitDraft {
    const bare = { origin: 'redraw', description: '', named: [], parentIds: [] } as const;
    return { ...this.readCode(code), ...bare };
  }

  /** Draws each alone. */
  async draw(
    records: readonly PortraitRecord[],
    drawContext: DrawContext,
  ): Promise<readonly Uint8Array[]> {
    const recipes = records.map((record) => this.#toRecipe(record));
    return this.#context.generator.draw(recipes, toDrawOptions(drawContext));
  }

  /** Draws all into one picture, and each alone on the way; a strip's large one comes last. */
  async compose(
    kind: Composition['kind'],
    records: readonly PortraitRecord[],
    drawContext: DrawContext & {
      readonly large?: PortraitRecord;
      readonly animation?: Omit<Extract<Composition, { kind: 'animation' }>, 'kind'>;
    },
  ): Promise<ComposedPicture> {
    const recipes = records.map((record) => this.#toRecipe(record));
    const { large, animation } = drawContext;
    const composition: Composition =
      kind === 'strip' && large
        ? { kind, large: this.#toRecipe(large) }
        : kind === 'animation'
          ? { kind, ...animation }
          : { kind };
    return this.#context.generator.compose(composition, recipes, toDrawOptions(drawContext));
  }

  /** One portrait alone, or several on a numbered grid; stored with their pictures. */
  async drawAndStore(
    records: readonly PortraitRecord[],
    drawContext: DrawContext,
    pull?: PullRecord,
  ): Promise<Picture> {
    const { format = 'webp' } = drawContext.drawing ?? {};
    const [first] = records;
    if (first && records.length === 1) {
      const pictures = await this.draw(records, drawContext);
      await this.store(records, { drawContext, pictures, pull });
      return toPicture(pictures[0] ?? new Uint8Array(), format, first.id);
    }
    const { picture, portraits } = await this.compose('grid', records, drawContext);
    await this.store(records, { drawContext, pictures: portraits, pull });
    return toPicture(picture, format, 'portraits');
  }

  /**
   * Pictures are matched by index; portraits without one are drawn again when they are shown. Where
   * the person was forgotten while they were drawn, they are dropped: to be forgotten is the later wish.
   * @throws NotFoundError `person-not-found`
   */
  async store(
    records: readonly PortraitRecord[],
    what: {
      readonly drawContext: DrawContext;
      readonly pictures: readonly (Uint8Array | undefined)[];
      readonly pull?: PullRecord | undefined;
    },
  ): Promise<void> {
    const { sizePx = DEFAULT_SIZE_PX, format = 'webp' } = what.drawContext.drawing ?? {};
    const portraits = records.map((portrait, at): NewPortrait => {
      const bytes = what.pictures[at];
      return { portrait, pictures: bytes ? [{ sizePx, format, bytes }] : [] };
    });
    const outcome = await this.#context.storage.portraits.add(portraits, what.pull);
    if (outcome === 'forgotten') throw personNotFound();
  }

  #toRecipe(record: PortraitRecord): Recipe {
    if (!isOfModel(record, this.layout)) throw this.#modelMissing();
    const { id: model, version: modelVersion } = this.layout.manifest;
    const { phi, z, description, code } = record;
    const seed = record.seed ?? findFirstSeed(this.recipeOf(record).latent) ?? 0;
    return { model, modelVersion, seed, phi, z, description, shareCode: code };
  }

  #modelMissing(): UserInputError {
    const { id, version } = this.layout.manifest;
    return new UserInputError(
      'model-not-installed',
      `expected a portrait of the installed model ${id} ${version}, got one of another model`,
      { context: { installed: id } },
    );
  }
}

function toDrawOptions({ person, drawing = {} }: DrawContext): {
  sizePx: 64 | 256;
  format: 'webp' | 'png';
  person: string;
} & Pick<DrawingOptions, 'signal' | 'onProgress'> {
  const { signal, onProgress, format = 'webp', sizePx = DEFAULT_SIZE_PX } = drawing;
  return {
    sizePx,
    format,
    person: `${person.platform}:${person.platformId}`,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  };
}
