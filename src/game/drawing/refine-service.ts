import { EMPTY_REQUEST, type AttributeRequest } from '../../attributes/attribute-request.js';
import { buildEmbedding } from '../../attributes/embedding.js';
import { createRandom } from '../../attributes/random.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { ModelLayout } from '../portraits/model-layout.js';
import type { PortraitFinder } from '../portraits/portrait-finder.js';
import type { PortraitDraft, PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPortrait } from '../portraits/portrait-view.js';
import { createSeed } from '../random-id.js';
import { readPullInput } from './read-pull-input.js';
import type { RefineCommand, RefineResult } from './refine.js';

const FACES = 16;
/** Tries at faces that differ, before fewer of them will do. */
const MOST_TRIES = 400;
const COLORS: ReadonlySet<string> = new Set(['hair_color', 'eye_color']);

/** The services that refining needs. */
export interface RefineParts {
  readonly renderer: PortraitRenderer;
  readonly finder: PortraitFinder;
  readonly gatekeeper: Gatekeeper;
}

/** Sixteen faces to pick one of: another z first; then the same z, with φ drawn anew group by group. */
export class RefineService {
  readonly #parts: RefineParts;

  constructor(parts: RefineParts) {
    this.#parts = parts;
  }

  /**
   * Draws the faces one by one, then stores all or none; limits count each. Throws what a pull throws
   * for its description and what a variation throws for its face.
   */
  async refine(command: RefineCommand): Promise<RefineResult> {
    const { renderer, finder, gatekeeper } = this.#parts;
    const { person, where, drawing, prompt = {}, step } = command;
    const request = readPullInput(prompt);
    const source =
      step === 'person' || command.of === undefined
        ? undefined
        : (await finder.find(command.of, command)).record;
    const drafts =
      source === undefined
        ? this.#people(request, prompt.description ?? '')
        : this.#relatives(source, step === 'colors');
    const made = drafts.map((draft) => renderer.make(person.id, draft));
    const drawContext = { person, drawing };
    await gatekeeper.admit({ person, where, prompt, pictures: made.length }, async () => {
      const pictures = await renderer.draw(made, drawContext);
      await renderer.store(made, { drawContext, pictures });
    });
    const records = source === undefined ? made : [source, ...made];
    return { request, portraits: records.map((record) => toPortrait(record, renderer.layouts)) };
  }

  #people(request: AttributeRequest, description: string): readonly PortraitDraft[] {
    return Array.from({ length: FACES }, () => {
      const seed = createSeed();
      const { layout } = this.#parts.renderer;
      const { units, named } = embed(layout, request, seed);
      const latent = { kind: 'seed', seed } as const;
      return { origin: 'pull', layout, latent, units, description, named, parentIds: [] };
    });
  }

  /** The same person in other colours, or with other details than those that were named. */
  #relatives(source: PortraitRecord, isOfColors: boolean): readonly PortraitDraft[] {
    const { renderer } = this.#parts;
    const recipe = renderer.recipeOf(source);
    const { layout, units: own } = recipe;
    const portrait = toPortrait(source, renderer.layouts);
    const named: ReadonlySet<string> = new Set(portrait.named);
    const isFixed = (group: string): boolean =>
      isOfColors ? !COLORS.has(group) : COLORS.has(group) || named.has(group);
    const found = new Map([[JSON.stringify(own), own]]);
    for (let at = 0; at < MOST_TRIES && found.size < FACES; at += 1) {
      // Drawn freely: few rows of the prior agree with a whole face, and have a color or two among them.
      const { units: drawn } = embed(layout, EMPTY_REQUEST, createSeed());
      const units = layout.manifest.groups.map(({ name }, index) => {
        return (isFixed(name) ? own[index] : drawn[index]) ?? [];
      });
      found.set(JSON.stringify(units), units);
    }
    return [...found.values()].slice(1).map((units) => ({
      ...recipe,
      origin: 'vary',
      units,
      description: source.description,
      named: portrait.named,
      parentIds: [source.id],
    }));
  }
}

function embed(
  layout: ModelLayout,
  request: AttributeRequest,
  seed: number,
): Pick<PortraitDraft, 'units' | 'named'> {
  const { groups, prior } = layout.manifest;
  const random = createRandom(seed, 'phi');
  const { phi, named } = buildEmbedding({ request, groups, prior, random });
  return { units: layout.toUnits(phi), named };
}
