import { sampleLatent } from '../../../src/inference/latent.js';
import { embeddingSize, type ModelManifest } from '../../../src/inference/manifest.js';
import type { Recipe } from '../../../src/inference/portrait-generator.js';

/** A recipe for any model: z from the seed, φ one of the prior's rows. */
export function createRecipe(manifest: ModelManifest, seed: number): Recipe {
  const { id, version, latentSize, groups, prior } = manifest;
  const row = prior.rows[seed % prior.rows.length] ?? '';
  const phi = new Float32Array(embeddingSize(groups));
  let start = 0;
  groups.forEach(({ values }, at) => {
    phi[start + Number.parseInt(row.charAt(at), 36)] = 1;
    start += values.length;
  });
  const z = sampleLatent(seed, latentSize);
  return { model: id, modelVersion: version, seed, phi, z, description: `seed ${seed}` };
}
