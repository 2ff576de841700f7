import type { WirePortrait } from '../../../../wire.js';
import type { Say } from '../sentences.js';

/** A face's name in a sentence: its number if it is kept, what was named, else “this face”. */
export function labelOf(
  portrait: WirePortrait,
  kept: ReadonlyMap<string, number>,
  say: Say,
): string {
  const number = kept.get(portrait.id);
  if (number !== undefined) return say('common:favourite.label', { number });
  return portrait.named === '' ? say('web:subject.this') : portrait.named;
}
