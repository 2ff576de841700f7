import { EMPTY_REQUEST, type AttributeRequest } from '../../attributes/attribute-request.js';
import { UserInputError } from '../../errors/app-error.js';
import type { BlendCommand, BlendPreview, BlendResult } from './blend.js';
import { mixRecipes } from './mix-recipes.js';
import { STRIP_STEPS } from './morph-plan.js';
import type { MorphParts } from './morph-service.js';
import type { Picture } from '../portraits/portrait.js';
import type { PortraitDraft } from '../portraits/portrait-renderer.js';
import { expectOneModel } from '../portraits/model-layouts.js';
import { toPicture, toPortrait } from '../portraits/portrait-view.js';
import { readPullInput } from '../drawing/read-pull-input.js';
import { drawStrip } from './strip.js';
import type { FoundPortrait } from '../portraits/portrait-finder.js';
import type { PullInput } from '../drawing/pull-input.js';

/** Two portraits and what is wanted of them. */
interface Couple {
  readonly first: FoundPortrait;
  readonly second: FoundPortrait;
  readonly request: AttributeRequest;
  readonly description: string;
}

/**
 * One of two: z spherically, φ linearly. Throws what `MorphService` throws, and NotAllowedError
 * `blend-not-allowed` (the other person has not allowed it), UserInputError `ratio-out-of-range`,
 * `nothing-to-change` (a portrait with itself) and `models-differ` (no two models share their z and φ).
 */
export class BlendService {
  readonly #parts: MorphParts;

  constructor(parts: MorphParts) {
    this.#parts = parts;
  }

  /**
   * Draws the strip, then stores it, all of it or nothing; limits count a picture a step. At ratio
   * 0 or 1 the portrait is the parent as it is, whatever the wish says.
   */
  async blend(command: BlendCommand): Promise<BlendResult> {
    const { renderer, gatekeeper } = this.#parts;
    const { person, where, prompt, drawing, ratio = 0.5 } = command;
    expectRatio(ratio);
    const couple = await this.#findCouple(command);
    const { first, second, request } = couple;
    const strip = await gatekeeper.admit({ person, where, prompt, pictures: STRIP_STEPS }, () =>
      drawStrip(
        renderer,
        { person, drawing },
        {
          position: ratio,
          first,
          last: second,
          make: (position) => renderer.make(person.id, this.#draft(couple, position)),
        },
      ),
    );
    return {
      first: toPortrait(first.record, renderer.layouts),
      second: toPortrait(second.record, renderer.layouts),
      ...strip,
      ratio,
      request: renderer.layouts.get(first.record).withLacking(request),
    };
  }

  /**
   * Resolves if the person may blend with it there; to be asked before they are led through questions.
   * @throws what {@link blend} throws about the subject, `blend-not-allowed` too
   */
  async check({
    person,
    second,
    where,
  }: Pick<BlendCommand, 'person' | 'second' | 'where'>): Promise<void> {
    await this.#parts.finder.find(second, { person, where, isPartner: true });
  }

  /**
   * The blend at `ratio` as WebP. Counts toward no limit and asks for no allowed channel. Throws
   * the signal’s reason when aborted.
   */
  async preview(command: BlendPreview): Promise<Picture> {
    const { renderer } = this.#parts;
    const { person, ratio, size = 'thumbnail', signal } = command;
    expectRatio(ratio);
    const frame = renderer.make(person.id, this.#draft(await this.#findCouple(command), ratio));
    const drawing = { size, ...(signal ? { signal } : {}) };
    const [bytes = new Uint8Array()] = await renderer.draw([frame], { person, drawing });
    return toPicture(bytes, 'webp', 'preview');
  }

  async #findCouple(command: BlendCommand | BlendPreview): Promise<Couple> {
    const { person, where, prompt } = command;
    const question = { person, where, isPartner: true };
    const first = await this.#parts.finder.find(command.first, question);
    const second = await this.#parts.finder.find(command.second, question);
    if (first.record.id === second.record.id || first.record.code === second.record.code) {
      throw new UserInputError('nothing-to-change', 'expected two different portraits, got one');
    }
    const { layouts } = this.#parts.renderer;
    expectOneModel(layouts.get(first.record), layouts.get(second.record));
    const request = prompt && !isEmpty(prompt) ? readPullInput(prompt) : EMPTY_REQUEST;
    return { first, second, request, description: prompt?.description ?? '' };
  }

  #draft({ first, second, request, description }: Couple, ratio: number): PortraitDraft {
    const { renderer } = this.#parts;
    const [a, b] = [renderer.recipeOf(first.record), renderer.recipeOf(second.record)];
    const mixed = mixRecipes(a, b, ratio);
    const { units, named } = mixed.layout.apply(mixed.units, request);
    const ofParents = [first, second].flatMap(({ record }) => {
      return toPortrait(record, renderer.layouts).named;
    });
    return {
      ...mixed,
      origin: 'blend',
      units,
      description,
      named: [...new Set([...ofParents, ...named])],
      parentIds: [first.record.id, second.record.id],
    };
  }
}

function isEmpty({ description = '', options, weights }: PullInput): boolean {
  return description.trim() === '' && isBare(options) && isBare(weights);
}

function isBare(values: object | undefined): boolean {
  return values === undefined || Object.keys(values).length === 0;
}

function expectRatio(ratio: number): void {
  if (ratio >= 0 && ratio <= 1) return;
  throw new UserInputError('ratio-out-of-range', `expected 0 to 1, got ${ratio}`);
}
