import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Choices } from '../controls/choices.js';
import { Icon } from '../controls/icon.js';

interface PickerProps {
  readonly onClose: () => void;
}

/** The form for those who would rather click than type. */
export function Picker({ onClose }: PickerProps): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({});
  const [seed, setSeed] = useState('');
  const groups = game.state?.groups ?? [];
  const chosen = groups.flatMap(({ group, values }) =>
    values.filter(({ value }) => options[group] === value).map(({ label }) => label),
  );
  const pull = (count: number): void => {
    const spoken = chosen.length === 0 ? '/gacha' : chosen.join(' · ');
    const input = { prompt: { options }, count, ...(seed === '' ? {} : { seed: Number(seed) }) };
    game.run('pull', input, count === 1 ? spoken : `${spoken} ×${count}`);
    onClose();
  };
  return (
    <section class="picker" aria-label={say('web:picker.title')}>
      <header>
        <div>
          <h2>{say('web:picker.title')}</h2>
          <p class="soft">{say('web:picker.lead')}</p>
        </div>
        <button
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
          />
        ))}
        <label class="field">
          <span>
            {say('web:picker.seed')} <small class="soft">{say('web:picker.seedHint')}</small>
          </span>
          <input
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={10}
            value={seed}
            onInput={(event) => setSeed(event.currentTarget.value.replaceAll(/\D/g, ''))}
          />
        </label>
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
          onClick={() => {
            setOptions({});
            setSeed('');
          }}
        >
          {say('web:picker.clear')}
        </button>
      </footer>
    </section>
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
