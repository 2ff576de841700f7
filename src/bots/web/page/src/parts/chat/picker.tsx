import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { copyText } from '../../state/sharing/copy-text.js';
import { useGame, type PickRecipe } from '../../state/game.js';
import { readRecipe, writeRecipe } from '../../state/chat/pick-recipe.js';
import { useSay } from '../../state/sentences.js';
import { Choices } from '../controls/choices.js';
import { Icon } from '../controls/icon.js';

/** All of it left to luck. */
export const NOTHING_FIXED: PickRecipe = { options: {}, seed: '' };

interface PickerProps {
  readonly recipe: PickRecipe;
  readonly onRecipe: (recipe: PickRecipe) => void;
  readonly onClose: () => void;
}

/** The form for those who would rather click than type. */
export function Picker({ recipe, onRecipe, onClose }: PickerProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const { options, seed } = recipe;
  const setOptions = (next: PickRecipe['options']): void => onRecipe({ options: next, seed });
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const groups = game.state?.groups ?? [];
  const chosen = groups.flatMap(({ group, values }) =>
    values.filter(({ value }) => options[group] === value).map(({ label }) => label),
  );
  const pull = (count: number): void => {
    const spoken = chosen.length === 0 ? '/gacha' : chosen.join(' · ');
    const prompt = { options, ...(seed === '' ? {} : { latentSeed: Number(seed) }) };
    game.run('pull', { prompt, count }, count === 1 ? spoken : `${spoken} ×${count}`);
    onClose();
  };
  return (
    <section
      class="picker"
      aria-label={say('web:picker.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <div>
          <h2>{say('web:picker.title')}</h2>
          <p class="soft">{say('web:picker.lead')}</p>
        </div>
        <button
          ref={close}
          type="button"
          class="button is-icon picker-close"
          aria-label={say('common:action.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="picker-groups">
        {groups.map((group) => (
          <Choices
            key={group.group}
            group={group}
            value={options[group.group]}
            onChoose={(value) => setOptions(withChoice(options, group.group, value))}
            onFree={
              options[group.group] === undefined
                ? undefined
                : () => setOptions(withChoice(options, group.group, options[group.group] ?? ''))
            }
          />
        ))}
        <PersonField seed={seed} onSeed={(next) => onRecipe({ options, seed: next })} />
        <RecipeField recipe={recipe} onPaste={onRecipe} />
      </div>
      <footer>
        <button type="button" class="button is-primary" onClick={() => pull(1)}>
          {say('web:picker.pull')}
        </button>
        <button type="button" class="button" onClick={() => pull(10)}>
          ×10
        </button>
        <button
          type="button"
          class="button is-plain"
          disabled={chosen.length === 0 && seed === ''}
          onClick={() => onRecipe(NOTHING_FIXED)}
        >
          {say('web:picker.clear')}
        </button>
      </footer>
    </section>
  );
}

interface PersonFieldProps {
  readonly seed: string;
  readonly onSeed: (seed: string) => void;
}

/** The person is a number: the same one with other choices is the same person. */
function PersonField({ seed, onSeed }: PersonFieldProps): JSX.Element {
  const say = useSay();
  return (
    <label class="field">
      <span>
        {say('web:picker.person')} <small class="soft">{say('web:picker.personHint')}</small>
      </span>
      <input
        inputMode="numeric"
        pattern="[0-9]*"
        maxLength={10}
        value={seed}
        onInput={(event) => onSeed(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
    </label>
  );
}

interface RecipeFieldProps {
  readonly recipe: PickRecipe;
  readonly onPaste: (recipe: PickRecipe) => void;
}

/** The fixed attributes as one line, to copy, and to paste another over it. */
function RecipeField({ recipe, onPaste }: RecipeFieldProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const line = writeRecipe(recipe);
  const copy = async (): Promise<void> => {
    game.toast((await copyText(line)) ? say('web:turn.copied') : line);
  };
  return (
    <div class="field recipe">
      <label>
        <span>{say('web:picker.recipe')}</span>
        <input
          value={line}
          placeholder={say('web:picker.recipePlaceholder')}
          onChange={(event) => {
            const pasted = readRecipe(event.currentTarget.value, game.state?.groups ?? []);
            if (pasted === undefined) game.toast(say('web:picker.recipeUnreadable'));
            else onPaste(pasted);
          }}
        />
      </label>
      <button type="button" class="button" disabled={line === ''} onClick={() => void copy()}>
        {say('web:picker.copy')}
      </button>
    </div>
  );
}

/** The same choice again takes it back. */
export function withChoice(
  options: Readonly<Record<string, string>>,
  group: string,
  value: string,
): Readonly<Record<string, string>> {
  if (options[group] !== value) return { ...options, [group]: value };
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== group));
}
