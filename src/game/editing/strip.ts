import type { PortraitRecord } from '../../storage/records.js';
import { stripPositions } from './morph-plan.js';
import type { Picture, Portrait } from '../portraits/portrait.js';
import type { PortraitRenderer, DrawContext } from '../portraits/portrait-renderer.js';
import { toPicture, toPortrait } from '../portraits/portrait-view.js';
import type { FoundPortrait } from '../portraits/portrait-finder.js';

/** A way from one portrait to another. */
export interface StripPlan {
  /** Position of the large one, 0 to 1. */
  readonly position: number;
  /** Stands at position 0 as it is. */
  readonly first: FoundPortrait;
  /** Stands at position 1 as it is; without it, what is made there does. */
  readonly last?: FoundPortrait;
  /** A new portrait between them. */
  readonly make: (position: number) => PortraitRecord;
}

/** A drawn strip and its portraits. */
export interface DrawnStrip {
  readonly portrait: Portrait;
  readonly picture: Picture;
  readonly steps: readonly Portrait[];
  readonly strip: Picture;
}

/**
 * Draws the steps and the chosen one, and stores all of them. Every step is a portrait from the start,
 * so that buttons can carry its id; but only the large one's picture is stored with it, since most
 * steps are never kept and any can be drawn again.
 */
export async function drawStrip(
  renderer: PortraitRenderer,
  drawContext: DrawContext,
  { position, first, last, make }: StripPlan,
): Promise<DrawnStrip> {
  const recordAt = (at: number): PortraitRecord => {
    if (at === 0) return first.record;
    return at === 1 && last ? last.record : make(at);
  };
  const positions = stripPositions();
  const steps = positions.map(recordAt);
  const onStrip = steps[positions.indexOf(position)];
  const chosen = onStrip ?? make(position);
  const drawn = await renderer.compose('strip', steps, { ...drawContext, large: chosen });
  const bytes = drawn.portraits.at(-1) ?? new Uint8Array();
  const ends = [first, ...(last ? [last] : [])];
  const stored = new Set(ends.filter(({ isStored }) => isStored).map(({ record }) => record));
  const records = [...new Set([...steps, chosen])].filter((record) => !stored.has(record));
  const pictures = records.map((record) => (record === chosen ? bytes : undefined));
  await renderer.store(records, { drawContext, pictures });
  const { format = 'webp' } = drawContext.drawing ?? {};
  return {
    portrait: toPortrait(chosen, renderer.layouts),
    picture: toPicture(bytes, format, chosen.id),
    steps: steps.map((record) => toPortrait(record, renderer.layouts)),
    strip: toPicture(drawn.picture, format, 'strip'),
  };
}
