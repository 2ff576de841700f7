import type { EditorFace } from '../game.js';

/** Target value of one group, and how far towards it: 0 to 100. */
export interface Move {
  readonly value: string;
  readonly percent: number;
}

/** The moved groups. */
export type Moves = Readonly<Record<string, Move>>;

/** The changes to a face on the morph editor. */
export interface MorphWish {
  readonly moves: Moves;
  readonly words: string;
  /** Stands in the field once it is left: half a word would be refused. */
  readonly said: string;
}

/** The face as it was. */
export const NO_WISH: MorphWish = { moves: {}, words: '', said: '' };

/** The moves with one group moved, or left alone again. */
export function withMove(moves: Moves, group: string, move: Move | undefined): Moves {
  const others = Object.fromEntries(Object.entries(moves).filter(([name]) => name !== group));
  return move === undefined ? others : { ...others, [group]: move };
}

/** φ of the moved groups: from what the face has towards the chosen value. */
function weightsOf(moves: Moves, { portrait }: EditorFace): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(moves).map(([group, { value, percent }]) => {
      const share = percent / 100;
      const before = portrait.attributes[group] ?? {};
      const moved: Record<string, number> = { [value]: share };
      for (const [own, weight] of Object.entries(before)) {
        moved[own] = (moved[own] ?? 0) + weight * (1 - share);
      }
      return [group, moved];
    }),
  );
}

/** Empty while nothing is moved and nothing said. */
export function promptOf(moves: Moves, words: string, face: EditorFace) {
  return {
    ...(Object.keys(moves).length === 0 ? {} : { weights: weightsOf(moves, face) }),
    ...(words.trim() === '' ? {} : { description: words.trim() }),
  };
}

/** The value that most of a face's group is. */
export function heaviest(weights: Readonly<Record<string, number>> = {}): string | undefined {
  return Object.entries(weights).toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
