import type { SoftAssignment } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';

/**
 * A person's request, from up to three sources that meet in one request; the later ones win
 * group by group.
 */
export interface PullInput {
  /** Free text in any language. */
  readonly description?: string;
  /** A value of the group, or words for it ("teal"), from a slash command's options or a form. */
  readonly options?: Readonly<Partial<Record<GroupName, string>>>;
  /** Weights from sliders and swatches; they sum to one per group. */
  readonly weights?: Readonly<Partial<Record<GroupName, SoftAssignment>>>;
  /** Fixes the person: z is of this seed in every portrait, while luck draws the open groups anew. */
  readonly latentSeed?: number;
}
