import type { SoftAssignment } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import { parseDescription } from '../../parsing/parse-description.js';
import type { SearchableFavorite } from '../../storage/storage.js';
import type { ModelLayouts } from '../portraits/model-layouts.js';

/** Attributes that a search asks for, as far as its words are understood. */
export type Looks = readonly (readonly [GroupName, SoftAssignment])[];

/** Reads a search as a description: “金髪” finds the blonde ones. */
export function readLooks(search: string): Looks {
  const parsed = parseDescription(search);
  if (!parsed.ok || parsed.request.unknown.length > 0) return [];
  return Object.entries(parsed.request.attributes) as [GroupName, SoftAssignment][];
}

/** True if a portrait of an installed model shows all of them, named or by luck. */
export function hasLooks(
  portrait: SearchableFavorite['portrait'],
  looks: Looks,
  layouts: ModelLayouts,
): boolean {
  const shown = layouts.find(portrait)?.describe(portrait.phi);
  if (looks.length === 0 || shown === undefined) return false;
  return looks.every(([group, asked]) =>
    Object.entries(asked).some(
      ([value, weight]) => weight > 0 && (shown[group]?.[value] ?? 0) >= SHOWN_WEIGHT,
    ),
  );
}

const SHOWN_WEIGHT = 0.5;
