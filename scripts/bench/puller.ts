import { buildEmbedding } from '../../src/attributes/embedding.js';
import { createRandom } from '../../src/attributes/random.js';
import { sampleLatent } from '../../src/inference/latent.js';
import type { DrawingCosts } from '../../src/inference/local-generator.js';
import type { PortraitGenerator, Recipe } from '../../src/inference/portrait-generator.js';
import { parseDescription } from '../../src/parsing/parse-description.js';
import { descriptionAt } from './descriptions.js';

/** One pull of somebody's, as a front end would ask for it. */
export interface PullOptions {
  /** Whose turn in the queue it takes. */
  readonly person: string;
  /** Pictures; more than one come with a numbered grid. */
  readonly count: number;
  /** Left out: 256. */
  readonly sizePx?: 64 | 256;
}

/** Draws encoded pictures from texts; each pull has another text and seed. */
export interface Puller {
  /** Resolves when the pictures are encoded; they are dropped. */
  pull(options: PullOptions): Promise<void>;
  /** Total over all pulls, warm-up included; subtract two readings. */
  costs(): DrawingCosts;
}

/** Pulls past the game and the database: what is measured is parsing, drawing and encoding. */
export function createPuller(
  generator: PortraitGenerator & { readonly costs?: DrawingCosts },
): Puller {
  let pulls = 0;
  return {
    costs: () => generator.costs ?? { pictures: 0, runtimeMs: 0, totalMs: 0 },
    pull: async ({ person, count, sizePx = 256 }) => {
      pulls += 1;
      const seed = pulls * 1000;
      const recipes = Array.from({ length: count }, (_, at) => {
        return createRecipe(generator, descriptionAt(pulls), seed + at);
      });
      if (count === 1) await generator.draw(recipes, { person, sizePx, format: 'webp' });
      else await generator.compose({ kind: 'grid' }, recipes, { person, sizePx, format: 'webp' });
    },
  };
}

function createRecipe({ manifest }: PortraitGenerator, description: string, seed: number): Recipe {
  const parsed = parseDescription(description);
  if (!parsed.ok) throw new Error(`expected "${description}" to be understood`);
  const { groups, prior, latentSize, truncation, id, version } = manifest;
  const random = createRandom(seed, 'phi');
  const { phi } = buildEmbedding({ request: parsed.request, groups, prior, random });
  const z = sampleLatent(seed, latentSize, truncation);
  return { model: id, modelVersion: version, seed, phi, z, description };
}
