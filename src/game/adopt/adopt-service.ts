import { AppError } from '../../errors/app-error.js';
import type { PortraitRecord } from '../../storage/records.js';
import type { RedrawService } from '../drawing/redraw-service.js';
import type { Gatekeeper } from '../limits/gatekeeper.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';
import { toPortrait } from '../portraits/portrait-view.js';
import { createSeed } from '../random-id.js';
import type { AdoptCommand, AdoptResult } from './adopt.js';
import type { FaceReader } from './face-reader.js';

const RELATIVES = 3;

/** Reasons to look at the picture itself: its metadata tell nothing that this model can draw. */
const WITHOUT_RECIPE: ReadonlySet<string> = new Set([
  'picture-without-recipe',
  'share-code-unreadable',
  'model-not-installed',
]);

/** The services that adopting needs. */
export interface AdoptParts {
  readonly renderer: PortraitRenderer;
  readonly gatekeeper: Gatekeeper;
  readonly reader: FaceReader;
  readonly redraws: RedrawService;
}

/** From a picture to a face. Of the picture nothing is stored but the (z, φ) that was found. */
export class AdoptService {
  readonly #parts: AdoptParts;

  constructor(parts: AdoptParts) {
    this.#parts = parts;
  }

  /**
   * The faces whose recipes the picture carries; else the nearest face to the one in it, beside three relatives.
   * @throws UserInputError `adopt-not-possible`, `picture-without-face`, `picture-unreadable`, `picture-animated`,
   * `picture-too-large`, `picture-too-many-pixels`; and what a pull throws
   */
  async adopt(command: AdoptCommand): Promise<AdoptResult> {
    const { redraws } = this.#parts;
    const redrawn = await redraws.redrawRecipes(command).catch((error: unknown) => {
      if (error instanceof AppError && WITHOUT_RECIPE.has(error.code)) return undefined;
      throw error;
    });
    if (redrawn) return { ...redrawn, seen: [] };
    return this.#adoptSeen(command);
  }

  async #adoptSeen({ person, where, picture: bytes, drawing }: AdoptCommand): Promise<AdoptResult> {
    const { renderer, gatekeeper, reader } = this.#parts;
    const visit = { person, where, pictures: 1 + RELATIVES };
    const { records, picture } = await gatekeeper.admit(visit, async () => {
      const draft = await reader.read(bytes, { person, signal: drawing?.signal });
      const nearest = renderer.make(person.id, draft);
      const made = [nearest, ...this.#relativesOf(nearest)];
      return { records: made, picture: await renderer.drawAndStore(made, { person, drawing }) };
    });
    const portraits = records.map((record) => toPortrait(record, renderer.layouts));
    const [portrait] = portraits;
    if (!portrait) throw new RangeError('expected portraits, got none');
    return { found: 'seen', portrait, portraits, picture, seen: portrait.named };
  }

  #relativesOf(nearest: PortraitRecord): PortraitRecord[] {
    const { renderer } = this.#parts;
    const { layout, latent, units } = renderer.recipeOf(nearest);
    const { description, personId } = nearest;
    // Two bytes of seed are plenty of directions, and keep the share code short.
    const seed = createSeed() & 0xffff;
    return Array.from({ length: RELATIVES }, (_, at) =>
      renderer.make(personId, {
        origin: 'vary',
        layout,
        latent: { kind: 'variation', of: latent, amount: 'strong', seed: seed + at },
        units,
        description,
        named: toPortrait(nearest, renderer.layouts).named,
        parentIds: [nearest.id],
      }),
    );
  }
}
