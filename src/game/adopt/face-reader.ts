import { UserInputError } from '../../errors/app-error.js';
import { readPixels } from '../../imaging/read-pixels.js';
import { findEncoder, type ModelGroup } from '../../inference/manifest.js';
import type { FaceReading } from '../../inference/portrait-generator.js';
import { isGroupName, type GroupName } from '../../attributes/vocabulary.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import { personKey } from '../people/person-key.js';
import type { ModelLayout } from '../portraits/model-layout.js';
import type { PortraitDraft } from '../portraits/portrait-renderer.js';
import { roundLatent } from '../share-code/latent-recipe.js';

/** Enough for a face that fills half of the picture, and little to send to a worker. */
const MOST_PX = 320;
/** Readings that are less certain are of no drawn face. */
const LEAST_CERTAINTY = 0.5;
/** A group counts as made out from this weight of its heaviest value. */
const MADE_OUT = 0.6;
/** Told whatever their value; of the others what is usual is not worth a word. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set([
  'hair_color',
  'eye_color',
  'hair_length',
  'expression',
]);

/** Whose picture it is, and until when the reading is wanted. */
interface Reading {
  readonly person: Person;
  readonly signal?: AbortSignal | undefined;
}

/** Finds the (z, φ) of the face in a picture. */
export class FaceReader {
  readonly #context: GameContext;
  readonly #layout: ModelLayout;

  constructor(context: GameContext, layout: ModelLayout) {
    this.#context = context;
    this.#layout = layout;
  }

  /** False where the model has no encoder, so that pictures tell nothing without their metadata. */
  get canRead(): boolean {
    return findEncoder(this.#layout.manifest) !== undefined;
  }

  /**
   * A draft of the nearest face that the model can draw; `named` are the groups that were made out.
   * @throws UserInputError `adopt-not-possible`, `picture-without-face`, `picture-unreadable`, `picture-animated`,
   * `picture-too-large`, `picture-too-many-pixels`; and what drawing throws
   */
  async read(picture: Uint8Array, { person, signal }: Reading): Promise<PortraitDraft> {
    if (!this.canRead) {
      throw new UserInputError('adopt-not-possible', 'expected a model with an encoder');
    }
    const pixels = await readPixels(picture, MOST_PX);
    const options = { person: personKey(person), ...(signal ? { signal } : {}) };
    const reading = await this.#context.generator.read(pixels, options);
    if (reading.certainty < LEAST_CERTAINTY) {
      throw new UserInputError(
        'picture-without-face',
        `expected a drawn face, got a picture of certainty ${reading.certainty.toFixed(2)}`,
      );
    }
    return this.#toDraft(reading);
  }

  #toDraft({ z, phi }: FaceReading): PortraitDraft {
    return {
      origin: 'adopt',
      layout: this.#layout,
      latent: roundLatent(z),
      units: this.#layout.toUnits(phi),
      description: '',
      named: this.#findMadeOut(phi),
      parentIds: [],
    };
  }

  #findMadeOut(phi: Float32Array): GroupName[] {
    const { groups } = this.#layout.manifest;
    let start = 0;
    return groups.flatMap((group, index) => {
      const block = phi.subarray(start, start + group.values.length);
      start += group.values.length;
      const { name } = group;
      const heaviest = block.reduce(
        (best, weight, at) => (weight > (block[best] ?? 0) ? at : best),
        0,
      );
      const isSure = (block[heaviest] ?? 0) >= MADE_OUT;
      const isTold = ALWAYS_TOLD.has(name) || heaviest !== this.#usualValue(group, index);
      return isSure && isTold && isGroupName(name) ? [name] : [];
    });
  }

  /** The value that most rows of the prior have. */
  #usualValue({ values }: ModelGroup, index: number): number {
    const counts = values.map((_, value) => {
      const { rows } = this.#layout.manifest.prior;
      return rows.filter((row) => Number.parseInt(row.charAt(index), 36) === value).length;
    });
    return counts.indexOf(Math.max(...counts));
  }
}
