import type { AutocompleteInteraction } from 'discord.js';
import type { GroupName } from '../../../game/portraits/portrait.js';
import { plainText, shorten } from '../views/escape.js';
import { plainLabel } from '../views/favorite-view.js';
import type { Caller } from '../caller.js';
import { optionNameOf } from './options.js';

const choiceLimit = 25;
const textLimit = 100;

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Autocomplete of options. */
export async function suggest(
  caller: Caller,
  interaction: AutocompleteInteraction,
): Promise<Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  const text = plainText(value);
  const group = caller.context.game.model.groups.find((known) => optionNameOf(known.name) === name);
  return group === undefined
    ? suggestFavorites(caller, text)
    : suggestValues(caller, { group: group.name, values: group.values, text });
}

async function suggestFavorites(caller: Caller, text: string): Promise<Choice[]> {
  // Of several names apart by commas only the last one is being typed.
  const parts = text.split(/[,、，]/u);
  const last = parts.pop()?.trim() ?? '';
  const found = await caller.context.game.favorites.suggest(caller.person, last, choiceLimit);
  return found.flatMap((favorite) => {
    const value = [...parts, String(favorite.number)].join(',');
    return value.length > textLimit ? [] : [{ name: plainLabel(caller, favorite), value }];
  });
}

/** Colours go beyond the model's own values, so what was typed is offered as it is. */
function suggestValues(
  caller: Caller,
  given: { group: GroupName; values: readonly string[]; text: string },
): Choice[] {
  const { group, values, text } = given;
  const wanted = text.toLowerCase();
  const known = values
    .map((value) => ({ name: caller.t(`attributes:value.${group}.${value}`), value }))
    .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
  const isKnown = wanted === '' || known.some(({ name, value }) => [name, value].includes(wanted));
  const typed = shorten(text, textLimit);
  const own = isKnown ? [] : [{ name: typed, value: typed }];
  return [...own, ...known].slice(0, choiceLimit);
}
