import { EMPTY_REQUEST, type SoftAssignment } from '../attributes/attribute-request.js';
import type { GroupName } from '../attributes/vocabulary.js';
import { renderDescription } from '../parsing/render/render-description.js';
import type { Language } from './people/person.js';
import type { Portrait } from './portraits/portrait.js';

/** Short canonical wording of attributes, for captions and alt text. */
export class GameWording {
  /** Only what was named; empty string when nothing was. */
  ofNamed({ attributes, named }: Portrait, language: Language): string {
    const chosen: Partial<Record<GroupName, SoftAssignment>> = {};
    for (const group of named) {
      const assignment = attributes[group];
      if (assignment) chosen[group] = assignment;
    }
    return named.length === 0 ? '' : render(chosen, language);
  }

  /** Everything that is drawn, named or not. */
  ofAll({ attributes }: Portrait, language: Language): string {
    return render(attributes, language);
  }
}

function render(
  attributes: Readonly<Partial<Record<GroupName, SoftAssignment>>>,
  language: Language,
): string {
  return renderDescription({ ...EMPTY_REQUEST, attributes }, language);
}
