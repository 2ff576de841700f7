import type { AttributeRequest } from '../../attributes/attribute-request.js';
import type { Person, Location } from '../people/person.js';
import type { PictureSize } from '../portraits/picture-size.js';
import type { DrawingOptions, Picture, Portrait } from '../portraits/portrait.js';
import type { PortraitReference } from '../portraits/portrait-reference.js';
import type { PullInput } from '../drawing/pull-input.js';

/** The two portraits to blend, and how. */
export interface BlendCommand {
  readonly person: Person;
  /**
   * Either may be somebody else's: by place on a post in `where.channelId` (or by portrait id standing
   * on one), if that post's asker allows it.
   */
  readonly first: PortraitReference;
  readonly second: PortraitReference;
  /** 0 (all first) to 1 (all second); default 0.5. */
  readonly ratio?: number;
  /** Overrides φ where it names something. */
  readonly prompt?: PullInput;
  readonly where?: Location;
  readonly drawing?: DrawingOptions;
}

/** The child, its parents as they were found, and the seven steps between them. */
export interface BlendResult {
  readonly first: Portrait;
  readonly second: Portrait;
  /** At the chosen ratio; drawn large in the strip. */
  readonly portrait: Portrait;
  /** The chosen one alone. */
  readonly picture: Picture;
  /** Seven portraits from first to second, each can be kept. */
  readonly steps: readonly Portrait[];
  /** One picture: the steps side by side, numbered from 1, and the chosen one large below. */
  readonly strip: Picture;
  readonly ratio: number;
  readonly request: AttributeRequest;
}

/** One frame for an editor that follows a slider; nothing is stored. */
export interface BlendPreview {
  readonly person: Person;
  readonly first: PortraitReference;
  readonly second: PortraitReference;
  readonly ratio: number;
  readonly prompt?: PullInput;
  readonly where?: Location;
  /** Default `thumbnail`. */
  readonly size?: PictureSize;
  readonly signal?: AbortSignal;
}
