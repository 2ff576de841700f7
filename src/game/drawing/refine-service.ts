import { EMPTY_REQUEST, type AttributeRequest } from '../../attributes/attribute-request.js';
import { buildEmbedding } from '../../attributes/embedding.js';
import { createRandom } from '../../attributes/random.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { ModelLayout } from '../portraits/model-layout.js';
import type { PortraitFinder } from '../portraits/portrait-finder.js';
import type { PortraitDraft, PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPicture, toPortrait } from '../portraits/portrait-view.js';
import { createSeed } from '../random-id.js';
import type { GachaService } from './gacha-service.js';
import type { PullInput } from './pull-input.js';
import { readPullInput } from './read-pull-input.js';
import type { RefineCommand, RefineGridResult, RefineResult } from './refine.js';

const FACES = 16;
/** Tries at faces that differ, before fewer of them will do. */
const MOST_TRIES = 400;
const COLORS: ReadonlySet<string> = new Set(['hair_color', 'eye_color']);

/** The services that refining needs. */
export interface RefineParts {
  readonly gacha: GachaService;
  readonly renderer: PortraitRenderer;
  readonly finder: PortraitFinder;
  readonly gatekeeper: Gatekeeper;
}

/** One step before it is drawn. */
interface RefinePlan {
  readonly request: AttributeRequest;
  readonly prompt: PullInput;
  readonly made: readonly PortraitRecord[];
  /** From the second step on with the picked face before them. */
  readonly shown: readonly PortraitRecord[];
}

/** Sixteen faces to pick one of: another z first; then the same z, with φ drawn anew group by group. */
export class RefineService {
  readonly #parts: RefineParts;

  constructor(parts: RefineParts) {
    this.#parts = parts;
  }

  /**
   * Draws the faces one by one, then stores all or none; limits count each. Throws what a pull throws
   * for its description, what `GachaService.again` throws for its pull and what a variation throws for
   * its face.
   */
  async refine(command: RefineCommand): Promise<RefineResult> {
    const { renderer } = this.#parts;
    const plan = await this.#plan(command);
    await this.#admit(command, plan, async () => {
      const pictures = await renderer.draw(plan.made, command);
      await renderer.store(plan.made, { drawContext: command, pictures });
    });
    return this.#toResult(plan);
  }

  /** The same as one numbered grid. Throws what `refine` throws. */
  async refineOnGrid(command: RefineCommand): Promise<RefineGridResult> {
    const { renderer } = this.#parts;
    const plan = await this.#plan(command);
    const { made, shown } = plan;
    const picture = await this.#admit(command, plan, async () => {
      const grid = await renderer.compose('grid', shown, command);
      const pictures = grid.portraits.slice(shown.length - made.length);
      await renderer.store(made, { drawContext: command, pictures });
      return toPicture(grid.picture, command.drawing?.format ?? 'webp', 'portraits');
    });
    return { ...this.#toResult(plan), picture };
  }

  async #plan(command: RefineCommand): Promise<RefinePlan> {
    const { renderer, finder } = this.#parts;
    const { person, step, of } = command;
    if (step === 'person' || of === undefined) {
      const prompt = await this.#findPrompt(command);
      const request = readPullInput(prompt);
      const drafts = this.#people(request, prompt.description ?? '');
      const made = drafts.map((draft) => renderer.make(person.id, draft));
      return { request: renderer.layout.withLacking(request), prompt, made, shown: made };
    }
    const { record: source } = await finder.find(of, command);
    const drafts = this.#relatives(source, step === 'colors');
    const made = drafts.map((draft) => renderer.make(person.id, draft));
    return { request: EMPTY_REQUEST, prompt: {}, made, shown: [source, ...made] };
  }

  async #findPrompt({ person, prompt = {}, pullId }: RefineCommand): Promise<PullInput> {
    if (pullId === undefined) return prompt;
    return (await this.#parts.gacha.preparePull({ person, pullId })).prompt;
  }

  #admit<Result>(
    { person, where }: RefineCommand,
    { prompt, made }: RefinePlan,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return this.#parts.gatekeeper.admit({ person, where, prompt, pictures: made.length }, work);
  }

  #toResult({ request, shown }: RefinePlan): RefineResult {
    const { layouts } = this.#parts.renderer;
    return { request, portraits: shown.map((record) => toPortrait(record, layouts)) };
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
