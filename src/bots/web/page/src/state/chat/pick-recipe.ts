import type { WireGroup, WirePortrait } from '../../../../wire.js';
import type { PickRecipe } from '../game.js';

/** All of a face: its heaviest value of every group, and its seed where it has one. */
export function recipeOf({ attributes, seed }: WirePortrait): PickRecipe {
  const options = Object.entries(attributes).flatMap(([group, weights]) => {
    const [heaviest] = Object.entries(weights).toSorted(([, one], [, other]) => other - one);
    return heaviest === undefined ? [] : [[group, heaviest[0]] as const];
  });
  return { options: Object.fromEntries(options), seed: seed === undefined ? '' : String(seed) };
}

/** One line, to be pasted here or elsewhere: `hair_color=blonde seed=7`. */
export function writeRecipe({ options, seed }: PickRecipe): string {
  const pairs = Object.entries(options).map(([group, value]) => `${group}=${value}`);
  return [...pairs, ...(seed === '' ? [] : [`seed=${seed}`])].join(' ');
}

/** Undefined where nothing in the text is of a recipe; what this model does not know is left out. */
export function readRecipe(text: string, groups: readonly WireGroup[]): PickRecipe | undefined {
  const pairs = [...text.matchAll(/([a-z_]+)=([\w]+)/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const options = pairs.filter(([name, value]) =>
    groups.some(({ group, values }) => group === name && values.some((own) => own.value === value)),
  );
  const seed =
    pairs.find(([name, value]) => name === 'seed' && /^\d{1,10}$/.test(value))?.[1] ?? '';
  if (options.length === 0 && seed === '') return undefined;
  return { options: Object.fromEntries(options), seed };
}
