import { z } from 'zod';
import type { PortraitReference } from '../../../game/portraits/portrait-reference.js';
import type { PullInput } from '../../../game/drawing/pull-input.js';

/** A favourite's number or name. */
export const favoriteInput = z.union([z.string().min(1).max(200), z.number()]);

const portraitId = z.string().min(1).max(64);

/** Which portrait is meant; the page has no posts. */
export const referenceInput: z.ZodType<PortraitReference> = z.union([
  z.strictObject({ favorite: favoriteInput }),
  z.strictObject({ portraitId }),
  z.strictObject({ code: z.string().min(1).max(10_000) }),
]);

/** A portrait by its id, which is how the hearts of the page name it. */
export const portraitInput = z.strictObject({ portraitId });

/** The game checks groups and values: which there are depends on the model. */
export const promptInput = z.strictObject({
  description: z.string().exactOptional(),
  options: z.record(z.string(), z.string()).exactOptional(),
  weights: z.record(z.string(), z.record(z.string(), z.number())).exactOptional(),
  latentSeed: z.number().exactOptional(),
}) as unknown as z.ZodType<PullInput>;
