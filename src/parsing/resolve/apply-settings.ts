import { getGroup } from '../../attributes/vocabulary.js';
import { parseSettings, type Setting, type Settings } from '../lexicon/meaning.js';
import { OPPOSITES, WEAKENED } from '../lexicon/traits.js';
import type { ApplyContext } from './apply-context.js';

/** The words that say something, and how. */
interface Manner {
  readonly text: string;
  readonly isNegated?: boolean;
  readonly isSlight?: boolean;
}

/** Sets the groups that words name, or denies their values. */
export function applySettings(
  { settings, isGuess, isImplied }: Settings,
  { text, isNegated = false, isSlight = false }: Manner,
  { builder }: ApplyContext,
): void {
  for (const setting of settings) {
    // "no cat girl" denies the ears, not the girl.
    if (isNegated && settings.length > 1 && setting.group === 'look') continue;
    if (isNegated) {
      const left = isImplied ? undefined : negate(setting);
      if (left === undefined) builder.addUndrawable(`≠ ${text}`);
      else builder.deny(setting, left.weights, text);
      continue;
    }
    const meant = isSlight ? weaken(setting) : setting;
    builder.assign(meant.group, meant.weights, { text, isGuess });
  }
}

function negate(setting: Setting): Setting | undefined {
  const { absent } = getGroup(setting.group);
  const { group, value } = setting;
  if (absent !== undefined && value !== absent)
    return { group, value: absent, weights: { [absent]: 1 } };
  const opposite = OPPOSITES[`${group}=${value}`];
  return opposite === undefined ? undefined : parseSettings(opposite).settings[0];
}

function weaken(setting: Setting): Setting {
  const weaker = WEAKENED[`${setting.group}=${setting.value}`];
  return (weaker === undefined ? undefined : parseSettings(weaker).settings[0]) ?? setting;
}
