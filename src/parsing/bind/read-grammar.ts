import { isListable, type BoundNoun } from './bound-noun.js';
import { release, replaceNoun, type ClauseState, type Place } from './clause-state.js';

/** "hair and eyes are", but not "hair is blue and eyes are": what has its say already is left out. */
export function readCopula(before: ClauseState, { items, at }: Place): ClauseState {
  // "头发不是蓝色是红色"
  const isAnswer = items[at - 1]?.kind === 'modifier';
  const answered: ClauseState = isAnswer ? { ...before, denial: 'none' } : before;
  if (answered.nouns.length === 0) return answered;
  // "hair white as snow"
  const state = release(answered);
  const tips = findTips(state);
  if (tips !== undefined) return { ...state, hasCopula: true, nouns: [tips] };
  const last = state.nouns.slice(-1);
  const nouns = last.every(isUntold) ? state.nouns.filter(isUntold) : last;
  return { ...state, hasCopula: true, nouns };
}

function isUntold({ modifiers }: BoundNoun): boolean {
  return modifiers.length === 0;
}

/** "The tips of her pink hair are blue" tells of the tips. */
function findTips({ findings, nouns }: ClauseState): BoundNoun | undefined {
  const before = findings.at(-2);
  const isOfHair = nouns.at(-1)?.noun.part === 'hair' && before?.kind === 'noun';
  return isOfHair && before.noun.part === 'tips' && isUntold(before) ? before : undefined;
}

/** Reads "with", "wearing" and the like: what is held or worn has its own colours. */
export function readBreak(before: ClauseState, isWorn: boolean, text: string): ClauseState {
  const isName = /^ha[sd]|have$/u.test(text) && before.nouns.length === 0;
  // "Violet has green eyes"
  const waiting = isName
    ? before.waiting.filter((one) => one.kind !== 'color' || one.only !== undefined)
    : before.waiting;
  const state = release({ ...before, waiting });
  return {
    ...state,
    // "a girl in red"
    isWorn: isWorn || (text === 'in' && state.nouns.at(-1)?.noun.part === 'person'),
    hasCopula: false,
    isNaming: false,
    denial: state.denial === 'listed' ? 'none' : state.denial,
  };
}

/** Reads a denial: of what follows, or the answer "hat: no". */
export function readDenial(state: ClauseState, { items, at }: Place): ClauseState {
  const isAnswer =
    state.hasCopula && items[at + 1]?.kind === 'noun' && items[at + 2]?.kind === 'is';
  if (isAnswer) return denyNouns(state);
  return { ...(state.hasCopula ? state : release(state)), denial: 'active' };
}

/** Reads a denial of what stands before it: "髪は青じゃなくて赤" denies the colour, and the hair takes another. */
export function denyBefore(state: ClauseState): ClauseState {
  const { waiting, nouns, hasCopula } = state;
  const last = waiting.at(-1);
  if (last !== undefined)
    return { ...state, waiting: [...waiting.slice(0, -1), { ...last, isNegated: true }] };
  const said = hasCopula ? nouns.at(-1)?.modifiers.at(-1) : undefined;
  if (said === undefined) return denyNouns(state);
  // 髪も目も青くない
  return nouns
    .filter(({ modifiers }) => modifiers.at(-1) === said)
    .reduce((next, noun) => {
      const modifiers = [...noun.modifiers.slice(0, -1), { ...said, isNegated: true }];
      return replaceNoun(next, noun, { ...noun, modifiers });
    }, state);
}

/** Denies the latest noun, or all of a list. */
export function denyNouns(state: ClauseState): ClauseState {
  const { nouns } = state;
  return (nouns.every(isListable) ? nouns : nouns.slice(-1)).reduce(
    (next, noun) => replaceNoun(next, noun, { ...noun, isNegated: true }),
    state,
  );
}
