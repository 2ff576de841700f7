import { EMPTY_REQUEST, type AttributeRequest } from '../../attributes/attribute-request.js';
import { UserInputError } from '../../errors/app-error.js';
import type { BlendCommand, BlendPreview, BlendResult, Blends } from './blend.js';
import { STRIP_STEPS } from './morph-plan.js';
import type { MorphParts } from './morph-service.js';
import type { Picture } from '../portraits/portrait.js';
import type { Sketch } from '../portraits/portrait-studio.js';
import { toPicture, toPortrait } from '../portraits/portrait-view.js';
import { readWish } from './read-wish.js';
import { UNITS } from '../share-code/embedding-units.js';
import type { LatentRecipe } from '../share-code/latent-recipe.js';
import { drawStrip } from './strip.js';
import type { FoundSubject } from '../portraits/subject-finder.js';
import type { Wish } from './wish.js';

const PREVIEW_SIZE_PX = 64;

/** Two portraits and what is wanted of them. */
interface Couple {
  readonly first: FoundSubject;
  readonly second: FoundSubject;
  readonly request: AttributeRequest;
  readonly description: string;
}

/** One of two: z spherically, φ linearly, or as the description says. */
export class BlendService implements Blends {
  readonly #parts: MorphParts;

  constructor(parts: MorphParts) {
    this.#parts = parts;
  }

  async blend(command: BlendCommand): Promise<BlendResult> {
    const { studio, gatekeeper } = this.#parts;
    const { person, where, drawing, ratio = 0.5 } = command;
    expectRatio(ratio);
    const couple = await this.#findCouple(command);
    const { first, second, request } = couple;
    const strip = await gatekeeper.admit({ person, where, pictures: STRIP_STEPS }, () =>
      drawStrip(
        studio,
        { person, drawing },
        {
          position: ratio,
          first,
          last: second,
          make: (position) => studio.make(person.id, this.#sketch(couple, position)),
        },
      ),
    );
    return {
      first: toPortrait(first.record, studio.layout),
      second: toPortrait(second.record, studio.layout),
      ...strip,
      ratio,
      request,
    };
  }

  async preview(command: BlendPreview): Promise<Picture> {
    const { studio } = this.#parts;
    const { person, ratio, sizePx = PREVIEW_SIZE_PX, signal } = command;
    expectRatio(ratio);
    const frame = studio.make(person.id, this.#sketch(await this.#findCouple(command), ratio));
    const drawing = { sizePx, ...(signal ? { signal } : {}) };
    const [bytes = new Uint8Array()] = await studio.draw([frame], { person, drawing });
    return toPicture(bytes, 'webp', 'preview');
  }

  async #findCouple(command: BlendCommand | BlendPreview): Promise<Couple> {
    const { person, where, wish } = command;
    const first = await this.#parts.subjects.find(command.first, { person, where });
    const question = { person, where, isPartner: true };
    const second = await this.#parts.subjects.find(command.second, question);
    if (first.record.id === second.record.id || first.record.code === second.record.code) {
      throw new UserInputError('nothing-to-change', 'expected two different portraits, got one');
    }
    const request = wish && !isEmpty(wish) ? readWish(wish) : EMPTY_REQUEST;
    return { first, second, request, description: wish?.description ?? '' };
  }

  #sketch({ first, second, request, description }: Couple, ratio: number): Sketch {
    const { studio } = this.#parts;
    const a = studio.takeApart(first.record);
    const b = studio.takeApart(second.record);
    const mixed = studio.layout.mix(a.units, b.units, ratio);
    const { units, named } = studio.layout.apply(mixed, request);
    const ofParents = [first, second].flatMap(({ record }) => {
      return toPortrait(record, studio.layout).named;
    });
    return {
      origin: 'blend',
      latent: mixLatents(a.latent, b.latent, ratio),
      units,
      description,
      named: [...new Set([...ofParents, ...named])],
      parentIds: [first.record.id, second.record.id],
    };
  }
}

function mixLatents(first: LatentRecipe, second: LatentRecipe, ratio: number): LatentRecipe {
  const ratioUnits = Math.round(ratio * UNITS);
  if (ratioUnits === 0) return first;
  return ratioUnits === UNITS ? second : { kind: 'blend', first, second, ratioUnits };
}

function isEmpty({ description = '', options, weights }: Wish): boolean {
  return description.trim() === '' && isBare(options) && isBare(weights);
}

function isBare(values: object | undefined): boolean {
  return values === undefined || Object.keys(values).length === 0;
}

function expectRatio(ratio: number): void {
  if (ratio >= 0 && ratio <= 1) return;
  throw new UserInputError('ratio-out-of-range', `expected 0 to 1, got ${ratio}`);
}
