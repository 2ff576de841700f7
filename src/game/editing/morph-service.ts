import { UserInputError } from '../../errors/app-error.js';
import type { PortraitRecord } from '../../storage/records.js';
import { findFavorite } from '../favorites/favorite-reference.js';
import { toFavorite } from '../favorites/favorite-view.js';
import { expectSeed } from '../drawing/expect-seed.js';
import type { GameContext } from '../game-context.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import { planMorph, sketchMorph, STRIP_STEPS } from './morph-plan.js';
import type {
  AnimationResult,
  ChangeCommand,
  ChangeResult,
  MorphCommand,
  MorphPreview,
  MorphResult,
  VaryCommand,
  VaryResult,
} from './morph.js';
import type { Picture } from '../portraits/portrait.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPicture, toPortrait } from '../portraits/portrait-view.js';
import { createSeed } from '../random-id.js';
import { readPullInput } from '../drawing/read-pull-input.js';
import { drawStrip } from './strip.js';
import type { FoundPortrait, PortraitFinder } from '../portraits/portrait-finder.js';

const MAX_CHANGES = 10;
const NEIGHBOURS = 4;
/** There and back 14 frames. */
const ANIMATION_STEPS = 8;

/** Dependencies of {@link MorphService}. */
export interface MorphParts {
  readonly renderer: PortraitRenderer;
  readonly finder: PortraitFinder;
  readonly gatekeeper: Gatekeeper;
}

/**
 * Same z, φ moved. All throw: NotFoundError and NotAllowedError about the subject, UserInputError
 * (`description-not-understood`, `description-too-long`, `option-not-allowed`, `nothing-to-change`,
 * `strength-out-of-range`, `too-many-favourites`, `share-code-unreadable`, `model-not-installed`),
 * CooldownError, NotAllowedError `channel-not-allowed`, QueueFullError, InferenceError, StorageError.
 * Methods that store also throw NotFoundError `person-not-found`, and store nothing, if the person was
 * forgotten while it was drawn.
 */
export class MorphService {
  readonly #context: GameContext;
  readonly #parts: MorphParts;

  constructor(context: GameContext, parts: MorphParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Draws the strip, then stores it, all of it or nothing; limits count a picture a step. At
   * strength 0 the portrait is the source as it is.
   */
  async morph(command: MorphCommand): Promise<MorphResult> {
    const { renderer, gatekeeper } = this.#parts;
    const { person, where, prompt, drawing, strength = 1 } = command;
    expectStrength(strength);
    const request = readPullInput(prompt);
    const reference = await this.#parts.finder.find(command.reference, command);
    const plan = planMorph(renderer, reference.record, request);
    const description = prompt.description ?? '';
    const make = (position: number): PortraitRecord =>
      renderer.make(person.id, sketchMorph(plan, { strength: position, description }));
    const strip = await gatekeeper.admit({ person, where, prompt, pictures: STRIP_STEPS }, () =>
      drawStrip(renderer, { person, drawing }, { position: strength, first: reference, make }),
    );
    return {
      source: toPortrait(reference.record, renderer.layouts),
      ...strip,
      strength,
      request: plan.recipe.layout.withLacking(request),
      changed: plan.changed,
    };
  }

  /**
   * From the source as far as `strength` says, and back. Limits count the frames of one way; only
   * the last of them is stored, as the portrait.
   */
  async animate(command: MorphCommand): Promise<AnimationResult> {
    const { renderer, gatekeeper } = this.#parts;
    const { person, where, prompt, drawing, strength = 1 } = command;
    expectStrength(strength);
    const request = readPullInput(prompt);
    const reference = await this.#parts.finder.find(command.reference, command);
    const plan = planMorph(renderer, reference.record, request);
    const description = prompt.description ?? '';
    const frames = Array.from({ length: ANIMATION_STEPS }, (_, at) => {
      const step = { strength: (strength * at) / (ANIMATION_STEPS - 1), description };
      return renderer.make(person.id, sketchMorph(plan, step));
    });
    const last = frames.at(-1) ?? reference.record;
    const drawContext = { person, drawing };
    return gatekeeper.admit({ person, where, prompt, pictures: ANIMATION_STEPS }, async () => {
      const { picture, portraits } = await renderer.compose('animation', frames, drawContext);
      const records = [...unstored(reference), last];
      const pictures = records.map((record) => (record === last ? portraits.at(-1) : undefined));
      await renderer.store(records, { drawContext, pictures });
      return {
        source: toPortrait(reference.record, renderer.layouts),
        portrait: toPortrait(last, renderer.layouts),
        animation: toPicture(picture, 'gif', last.id),
        request: plan.recipe.layout.withLacking(request),
        changed: plan.changed,
      };
    });
  }

  /**
   * Leaves out favourites that have all of it already or that another model drew; throws
   * `nothing-to-change` where that leaves none. Stores all or nothing.
   */
  async change(command: ChangeCommand): Promise<ChangeResult> {
    const { renderer, gatekeeper } = this.#parts;
    const { person, where, prompt, drawing, strength = 1 } = command;
    expectStrength(strength);
    const request = readPullInput(prompt);
    const sources = await this.#findSources(command);
    const plans = sources.flatMap((favorite) => {
      const plan = tryPlan(() => planMorph(renderer, favorite.portrait, request));
      return plan ? [{ favorite, plan }] : [];
    });
    const [first] = plans;
    if (first === undefined) {
      throw new UserInputError(
        'nothing-to-change',
        'expected a description that changes something',
      );
    }
    const step = { strength, description: prompt.description ?? '', isChange: true };
    const records = plans.map(({ plan }) => {
      return renderer.make(person.id, sketchMorph(plan, step));
    });
    const picture = await gatekeeper.admit(
      { person, where, prompt, pictures: records.length },
      () => renderer.drawAndStore(records, { person, drawing }),
    );
    return {
      sources: plans.map(({ favorite }) => toFavorite(favorite, renderer.layouts)),
      portraits: records.map((record) => toPortrait(record, renderer.layouts)),
      picture,
      request: first.plan.recipe.layout.withLacking(request),
    };
  }

  /**
   * Neighbour n goes the way of `seed` + n − 1. Stores all or nothing, a source that came as a share
   * code with them.
   * @throws UserInputError `seed-out-of-range` too
   */
  async vary(command: VaryCommand): Promise<VaryResult> {
    const { renderer, gatekeeper } = this.#parts;
    // Two bytes of seed are plenty of directions, and keep the share code short.
    const { person, where, drawing, amount = 'subtle', seed = createSeed() & 0xffff } = command;
    expectSeed(seed);
    const reference = await this.#parts.finder.find(command.reference, command);
    const { record: source } = reference;
    const recipe = renderer.recipeOf(source);
    const records = Array.from({ length: NEIGHBOURS }, (_, at) =>
      renderer.make(person.id, {
        ...recipe,
        origin: 'vary',
        latent: { kind: 'variation', of: recipe.latent, amount, seed: (seed + at) >>> 0 },
        description: source.description,
        named: toPortrait(source, renderer.layouts).named,
        parentIds: [source.id],
      }),
    );
    const drawContext = { person, drawing };
    const grid = await gatekeeper.admit({ person, where, pictures: NEIGHBOURS }, async () => {
      const { picture, portraits: pictures } = await renderer.compose('grid', records, drawContext);
      await renderer.store([...records, ...unstored(reference)], { drawContext, pictures });
      return picture;
    });
    return {
      source: toPortrait(source, renderer.layouts),
      portraits: records.map((record) => toPortrait(record, renderer.layouts)),
      picture: toPicture(grid, drawing?.format ?? 'webp', 'portraits'),
    };
  }

  /**
   * The frame at `strength` as WebP; a wish that changes nothing is fine. Counts toward no limit
   * and asks for no allowed channel. Throws the signal’s reason when aborted.
   */
  async preview(command: MorphPreview): Promise<Picture> {
    const { renderer, finder } = this.#parts;
    const { person, prompt, strength = 1, size = 'thumbnail', signal } = command;
    expectStrength(strength);
    const request = readPullInput(prompt);
    const { record } = await finder.find(command.reference, command);
    const recipe = renderer.recipeOf(record);
    const { layout } = recipe;
    const { units, named } = layout.apply(recipe.units, request);
    const frame = renderer.make(person.id, {
      ...recipe,
      origin: 'morph',
      units: layout.mix(recipe.units, units, strength),
      description: '',
      named,
      parentIds: [],
    });
    const drawing = { size, ...(signal ? { signal } : {}) };
    const [bytes = new Uint8Array()] = await renderer.draw([frame], { person, drawing });
    return toPicture(bytes, 'webp', 'preview');
  }

  async #findSources(
    command: ChangeCommand,
  ): Promise<readonly Awaited<ReturnType<typeof findFavorite>>[]> {
    const { person, favorites: references } = command;
    const { favorites } = this.#context.storage;
    if (references === undefined) {
      const filter = { order: 'newest', offset: 0, limit: MAX_CHANGES } as const;
      return (await favorites.list(person.id, filter)).favorites;
    }
    if (references.length > MAX_CHANGES) {
      throw new UserInputError(
        'too-many-favourites',
        `expected at most ${MAX_CHANGES} favourites, got ${references.length}`,
      );
    }
    return Promise.all(references.map((reference) => findFavorite(favorites, person, reference)));
  }
}

/** A subject that came as a share code is stored with what is made of it, as its parent. */
function unstored({ record, isStored }: FoundPortrait): readonly PortraitRecord[] {
  return isStored ? [] : [record];
}

/** Leaves out favourites that already have the attribute, and those of another model. */
function tryPlan<Plan>(plan: () => Plan): Plan | undefined {
  try {
    return plan();
  } catch (error) {
    const passes = ['nothing-to-change', 'model-not-installed'];
    if (error instanceof UserInputError && passes.includes(error.code)) return undefined;
    throw error;
  }
}

function expectStrength(strength: number): void {
  if (strength >= 0 && strength <= 1) return;
  throw new UserInputError('strength-out-of-range', `expected 0 to 1, got ${strength}`);
}
