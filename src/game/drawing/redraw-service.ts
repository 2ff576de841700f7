import type { PictureRecipe } from '../../imaging/picture-recipe.js';
import { readRecipes } from '../../imaging/read-recipes.js';
import { buildEmbedding } from '../../attributes/embedding.js';
import { createRandom } from '../../attributes/random.js';
import { AppError, UserInputError } from '../../errors/app-error.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import type { FaceReader } from '../adopt/face-reader.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { PortraitRenderer, PortraitDraft } from '../portraits/portrait-renderer.js';
import { findLinkedId, toPortrait } from '../portraits/portrait-view.js';
import { readPullInput } from './read-pull-input.js';
import type { Location, Person } from '../people/person.js';
import type { DrawingOptions } from '../portraits/portrait.js';
import type { RedrawCommand, RedrawResult } from './redraw.js';
import { findShareCode } from '../share-code/share-code.js';

/** As many as one picture of this game shows: the faces to find the one among. */
const MAX_RECIPES = 16;

/** Dependencies of {@link RedrawService}. */
export interface RedrawParts {
  readonly renderer: PortraitRenderer;
  readonly gatekeeper: Gatekeeper;
  /** For pictures that have lost their recipe. */
  readonly reader: FaceReader;
}

/** For whom and where, of a command. */
interface DrawCommand {
  readonly person: Person;
  readonly where?: Location | undefined;
  readonly drawing?: DrawingOptions | undefined;
}

/** The same face again, from a code or a picture's metadata. */
export class RedrawService {
  readonly #context: GameContext;
  readonly #parts: RedrawParts;

  constructor(context: GameContext, parts: RedrawParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * A picture without a recipe is looked at, where the model has an encoder.
   * @throws UserInputError `nothing-to-redraw`, `share-code-unreadable`, `share-code-of-other-model`,
   * `picture-unreadable`,
   * `picture-too-large`, `picture-without-recipe`, `picture-without-face`, `model-not-installed`; and what a pull throws
   */
  async redraw(command: RedrawCommand): Promise<RedrawResult> {
    const { reader } = this.#parts;
    const { person, where, drawing, picture } = command;
    if (!picture || !reader.canRead) return this.redrawRecipes(command);
    return this.redrawRecipes(command).catch(async (error: unknown) => {
      const isLacking = error instanceof AppError && error.code === 'picture-without-recipe';
      if (!isLacking) throw error;
      const seen = await this.#draw({ person, where, drawing }, 1, async () => [
        await reader.read(picture, { person, signal: drawing?.signal }),
      ]);
      return { ...seen, found: 'seen' };
    });
  }

  /**
   * The same from a code, or the recipes in a picture's metadata alone.
   * @throws as {@link redraw}, `picture-without-face` excepted
   */
  async redrawRecipes(command: RedrawCommand): Promise<RedrawResult> {
    const drafts = await this.#findDrafts(command);
    return this.#draw(command, drafts.length, async () => drafts);
  }

  async #draw(
    { person, where, drawing }: DrawCommand,
    pictures: number,
    findDrafts: () => Promise<readonly PortraitDraft[]>,
  ): Promise<RedrawResult> {
    const { renderer, gatekeeper } = this.#parts;
    const { records, picture } = await gatekeeper.admit({ person, where, pictures }, async () => {
      const made = (await findDrafts()).map((draft) => renderer.make(person.id, draft));
      return { records: made, picture: await renderer.drawAndStore(made, { person, drawing }) };
    });
    const [portrait, ...others] = records.map((record) => toPortrait(record, renderer.layouts));
    if (!portrait) throw pictureEmpty();
    return { found: 'recipe', portrait, portraits: [portrait, ...others], picture };
  }

  /** Finds a share code in a text, by form and checksum. */
  findCode(text: string): string | undefined {
    return findShareCode(text);
  }

  async #findDrafts({ code, picture }: RedrawCommand): Promise<readonly PortraitDraft[]> {
    if (picture) {
      const recipes = await readRecipes(picture);
      return recipes.slice(0, MAX_RECIPES).map((recipe) => this.#draftFromRecipe(recipe));
    }
    if (code === undefined || code.trim() === '') {
      throw new UserInputError('nothing-to-redraw', 'expected a share code or a picture');
    }
    const linkedId = findLinkedId(code);
    const linked = linkedId && (await this.#context.storage.portraits.find(linkedId));
    if (linked) return [this.#draftFromCode(linked.code, linked)];
    return [this.#draftFromCode(findShareCode(code) ?? code)];
  }

  #draftFromCode(code: string, of?: PortraitRecord): PortraitDraft {
    const { renderer } = this.#parts;
    const draft = renderer.draftFromCode(code);
    return of ? { ...draft, named: toPortrait(of, renderer.layouts).named } : draft;
  }

  /** Pictures of other programs on the same model may have no code: a pull's seed and words will do. */
  #draftFromRecipe(recipe: PictureRecipe): PortraitDraft {
    if (recipe.code !== undefined) return this.#draftFromCode(recipe.code);
    const { layouts } = this.#parts.renderer;
    const layout = layouts.all.find(({ manifest: { id, version } }) => {
      return recipe.model === id && recipe.version === version;
    });
    if (!layout) throw layouts.missing({ id: recipe.model, version: recipe.version });
    const { groups, prior } = layout.manifest;
    const request = readPullInput({ description: recipe.description });
    const random = createRandom(recipe.seed, 'phi');
    const { phi, named } = buildEmbedding({ request, groups, prior, random });
    return {
      origin: 'redraw',
      layout,
      latent: { kind: 'seed', seed: recipe.seed },
      units: layout.toUnits(phi),
      description: recipe.description,
      named,
      parentIds: [],
    };
  }
}

function pictureEmpty(): UserInputError {
  return new UserInputError('picture-without-recipe', 'expected at least one recipe, got none');
}
