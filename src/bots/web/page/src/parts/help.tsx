import type { JSX } from 'preact';
import { useGame } from '../state/game.js';
import { useSay } from '../state/sentences.js';

/** Every command, in the order in which people need them. */
export const COMMANDS = [
  'gacha',
  'endless',
  'stop',
  'morph',
  'change',
  'vary',
  'blend',
  'favorites',
  'show',
  'name',
  'tag',
  'drop',
  'redraw',
  'family',
  'privacy',
  'export',
  'forget-me',
  'help',
] as const;

export function Help(): JSX.Element {
  const say = useSay();
  const game = useGame();
  const examples = ['first', 'second', 'third', 'fourth'].map((which) =>
    say(`help:examples.${which}`),
  );
  return (
    <div class="help">
      <h2>{say('help:title')}</h2>
      <p>{say('help:intro')}</p>
      <p class="examples">
        {examples.map((example) => (
          <button key={example} type="button" class="chip" onClick={() => game.say(example)}>
            {example}
          </button>
        ))}
      </p>
      <dl>
        {COMMANDS.map((command) => (
          <div key={command}>
            <dt>
              <code>{say(`help:commands.${command}.usage`)}</code>
            </dt>
            <dd>{say(`help:commands.${command}.about`)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{say('help:favouriteHint')}</p>
      <p class="soft">{say('web:code.drop')}</p>
    </div>
  );
}
