import type { AttributeRequest } from '../../attributes/attribute-request.js';
import type { GroupName } from '../../attributes/vocabulary.js';
import type { Person, Location } from '../people/person.js';
import type { DrawingOptions, Picture, Portrait } from '../portraits/portrait.js';
import type { PullInput } from './pull-input.js';

/** A pull: the prompt, the count and the person. */
export interface PullCommand {
  readonly person: Person;
  readonly prompt: PullInput;
  readonly where?: Location;
  /** 1 to 10; default 1. */
  readonly count?: number;
  /** Unsigned 32-bit integer; drawn at random when absent. Portrait n of a pull uses seed + n − 1. */
  readonly seed?: number;
  readonly drawing?: DrawingOptions;
}

/** The same wish once more, with another seed. */
export interface AgainCommand {
  readonly person: Person;
  /** {@link PullResult.pullId}; 12 letters and digits, fits a button. */
  readonly pullId: string;
  readonly where?: Location;
  readonly drawing?: DrawingOptions;
}

/** The faces of a pull, their picture, and how the words were read. */
export interface PullResult {
  readonly pullId: string;
  /** Ordered by their number on the grid. */
  readonly portraits: readonly Portrait[];
  /** The portrait itself, or a grid numbered from 1 for several. */
  readonly picture: Picture;
  readonly description: string;
  /** Understood, guessed, overridden, unknown and undrawable words: say them in the caption. */
  readonly request: AttributeRequest;
  readonly named: readonly GroupName[];
  /** Groups that the person left open and the model's prior filled in. */
  readonly drawn: readonly GroupName[];
  /** Nothing was asked for, so everything was left to chance: say so. */
  readonly isRandom: boolean;
  /** Repeats the pull exactly. */
  readonly seed: number;
}
