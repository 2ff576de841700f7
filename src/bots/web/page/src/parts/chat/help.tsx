import type { JSX } from 'preact';
import { COMMAND_NAMES } from '../../../../../../messages/command-names.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';

/** All commands and some examples, which run when they are clicked. */
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
        {COMMAND_NAMES.map((command) => (
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
