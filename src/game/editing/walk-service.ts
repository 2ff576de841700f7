import { UserInputError } from '../../errors/app-error.js';
import type { PortraitRecord } from '../../storage/records.js';
import { findFavorite } from '../favorites/favorite-reference.js';
import type { GameContext } from '../game-context.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { Picture } from '../portraits/portrait.js';
import { expectOneModel } from '../portraits/model-layouts.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPicture } from '../portraits/portrait-view.js';
import { mixRecipes } from './mix-recipes.js';
import type { WalkCommand } from './walk.js';

const MOST_STOPS = 5;
/** Frames from one face to the next, that one not counted. */
const FRAMES_BETWEEN = 7;
const FRAME_MS = 90;

/** The services that a walk needs. */
export interface WalkParts {
  readonly renderer: PortraitRenderer;
  readonly gatekeeper: Gatekeeper;
}

/** From face to face: z spherically, φ linearly, as in a blend. */
export class WalkService {
  readonly #context: GameContext;
  readonly #parts: WalkParts;

  constructor(context: GameContext, parts: WalkParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * A looping WebP through the faces and back, of which nothing is stored; limits count each frame of
   * one way. @throws UserInputError `too-many-favourites`, `nothing-to-change` (fewer than two), `models-differ`,
   * NotFoundError `favourite-not-found`, and what drawing throws
   */
  async walk({ person, where, drawing, favorites: references }: WalkCommand): Promise<Picture> {
    const { favorites } = this.#context.storage;
    if (references.length > MOST_STOPS) {
      throw new UserInputError('too-many-favourites', `expected at most ${MOST_STOPS} favourites`);
    }
    const kept = await Promise.all(references.map((each) => findFavorite(favorites, person, each)));
    const stops = kept.map(({ portrait }) => portrait);
    if (stops.length < 2) {
      throw new UserInputError('nothing-to-change', 'expected two favourites or more');
    }
    const frames = stops.flatMap((stop, at) => {
      const next = stops[at + 1];
      return next === undefined ? [stop] : this.#leg(stop, next, person.id);
    });
    const { renderer, gatekeeper } = this.#parts;
    const { picture } = await gatekeeper.admit({ person, where, pictures: frames.length }, () =>
      renderer.compose('animation', frames, {
        person,
        drawing,
        animation: { encoding: 'webp', frameMs: FRAME_MS },
      }),
    );
    return toPicture(picture, 'webp', 'walk');
  }

  /** The first face and the way to the second, which is not among them. */
  #leg(first: PortraitRecord, second: PortraitRecord, personId: number): readonly PortraitRecord[] {
    const { renderer } = this.#parts;
    const [a, b] = [renderer.recipeOf(first), renderer.recipeOf(second)];
    expectOneModel(a.layout, b.layout);
    const between = Array.from({ length: FRAMES_BETWEEN }, (_, at) => {
      const ratio = (at + 1) / (FRAMES_BETWEEN + 1);
      return renderer.make(personId, {
        ...mixRecipes(a, b, ratio),
        origin: 'blend',
        description: '',
        named: [],
        parentIds: [],
      });
    });
    return [first, ...between];
  }
}
