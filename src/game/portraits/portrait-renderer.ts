import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  Recipe,
} from '../../inference/portrait-generator.js';
import { UserInputError } from '../../errors/app-error.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import type { NewPortrait, PortraitRecord, PullRecord } from '../../storage/records.js';
import { cleanText } from '../typed-commands/clean-text.js';
import type { GameContext } from '../game-context.js';
import type { ModelLayout } from './model-layout.js';
import type { ModelLayouts } from './model-layouts.js';
import { sizePxOf } from './picture-size.js';
import type { Person } from '../people/person.js';
import { personKey } from '../people/person-key.js';
import { personNotFound } from '../people/person-not-found.js';
import type { DrawingOptions, Origin, Picture } from './portrait.js';
import { toPicture } from './portrait-view.js';
import { createId } from '../random-id.js';
import { findFirstSeed, resolveLatent, roundLatent } from '../share-code/latent-recipe.js';
import {
  decodeShareCode,
  encodeShareCode,
  isCompact,
  type CodedRecipe,
} from '../share-code/share-code.js';

const MAX_DESCRIPTION_LENGTH = 500;

/** A portrait as (model, z, φ): what it is drawn from, and what others are made of. */
export interface PortraitRecipe extends CodedRecipe {
  /** Of the model that draws it. */
  readonly layout: ModelLayout;
}

/** A portrait that is not drawn or stored yet. */
export interface PortraitDraft extends PortraitRecipe {
  readonly origin: Origin;
  readonly description: string;
  readonly named: readonly GroupName[];
  readonly parentIds: readonly string[];
}

/** The person who is drawn for, and the drawing options. */
export interface DrawContext {
  readonly person: Person;
  readonly drawing?: DrawingOptions | undefined;
}

/** Makes portraits of (z, φ), has them drawn, and stores them. */
export class PortraitRenderer {
  readonly layouts: ModelLayouts;
  readonly #context: GameContext;

  constructor(context: GameContext, layouts: ModelLayouts) {
    this.#context = context;
    this.layouts = layouts;
  }

  /** Of new faces. */
  get layout(): ModelLayout {
    return this.layouts.own;
  }

  /** A portrait that is not stored yet. The code says all of it, so what the code cannot say is rounded. */
  make(personId: number | null, draft: PortraitDraft): PortraitRecord {
    const { layout } = draft;
    const { manifest, codeModel } = layout;
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
      phi: layout.toPhi(draft.units),
      seed: latent.kind === 'seed' ? latent.seed : null,
      code: encodeShareCode({ latent, units: draft.units }, codeModel),
      description: cleanText(draft.description, MAX_DESCRIPTION_LENGTH),
      named: draft.named,
      parentIds: draft.parentIds,
      createdAt: this.#context.clock(),
    };
  }

  /** @throws UserInputError `model-not-installed` where no installed model drew it */
  recipeOf(record: PortraitRecord): PortraitRecipe {
    const { seed, phi, code } = record;
    const layout = this.layouts.get(record);
    // Only the share code holds how the z of a variation or blend came about.
    if (seed === null) return this.#read(code, [layout]);
    return { layout, latent: { kind: 'seed', seed }, units: layout.toUnits(phi) };
  }

  /** @throws UserInputError `share-code-unreadable`, `share-code-of-other-model` */
  readCode(code: string): PortraitRecipe {
    return this.#read(code, this.layouts.all);
  }

  /**
   * A portrait known from its share code alone.
   * @throws UserInputError `share-code-unreadable`, `share-code-of-other-model`
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
    return this.#context.generator.draw(recipes, this.#toOptions(records, drawContext));
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
    const options = this.#toOptions(records, drawContext);
    return this.#context.generator.compose(composition, recipes, options);
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
    const { format = 'webp' } = what.drawContext.drawing ?? {};
    const { sizePx } = this.#toOptions(records, what.drawContext);
    const portraits = records.map((portrait, at): NewPortrait => {
      const bytes = what.pictures[at];
      return { portrait, pictures: bytes ? [{ sizePx, format, bytes }] : [] };
    });
    const outcome = await this.#context.storage.portraits.add(portraits, what.pull);
    if (outcome === 'forgotten') throw personNotFound();
  }

  #toRecipe(record: PortraitRecord): Recipe {
    const { id: model, version: modelVersion } = this.layouts.get(record).manifest;
    const { phi, z, description, code } = record;
    const seed = record.seed ?? findFirstSeed(this.recipeOf(record).latent) ?? 0;
    return { model, modelVersion, seed, phi, z, description, shareCode: code };
  }

  #read(code: string, layouts: readonly ModelLayout[]): PortraitRecipe {
    const read = layouts.map(
      (layout) => [layout, decodeShareCode(code.trim(), layout.codeModel)] as const,
    );
    for (const [layout, decoded] of read) {
      if (decoded.outcome === 'decoded') return { layout, ...decoded.recipe };
    }
    if (read.every(([, { outcome }]) => outcome === 'other-model')) {
      throw new UserInputError(
        'share-code-of-other-model',
        `expected a share code of ${this.layouts.names}, got one of another model`,
      );
    }
    throw new UserInputError(
      'share-code-unreadable',
      'expected a share code (mg1 and some 20 letters and digits), got another text or a typing error',
    );
  }

  /** All at one size, of the first one's model. */
  #toOptions(
    records: readonly PortraitRecord[],
    { person, drawing = {} }: DrawContext,
  ): DrawOptions {
    const { signal, onProgress, format = 'webp', size = 'portrait' } = drawing;
    const [first] = records;
    const layout = (first && this.layouts.find(first)) ?? this.layout;
    return {
      sizePx: sizePxOf(size, layout.manifest),
      format,
      person: personKey(person),
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    };
  }
}
