import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Composer } from '../parts/chat/composer.js';
import { Earlier } from '../parts/chat/earlier.js';
import { Lately } from '../parts/chat/lately.js';
import { Machine } from '../parts/chat/machine.js';
import { NOTHING_FIXED, Picker } from '../parts/chat/picker.js';
import { TurnView } from '../parts/chat/turn-view.js';
import { Icon } from '../parts/controls/icon.js';
import { useFollowing } from '../state/connection/use-following.js';
import { useGame } from '../state/game.js';
import { useSay } from '../state/sentences.js';
import type { Turns } from '../state/chat/use-turns.js';

/** The chat: machine, exchanges, and where one writes. */
export function Chat({ turns, isEndless, stop }: Turns): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [isPickerOpen, setPickerOpen] = useState(false);
  // Kept while the picker is closed: what was picked once is often wanted again.
  const [recipe, setRecipe] = useState(NOTHING_FIXED);
  useEffect(() => {
    if (game.recipe === undefined) return;
    setRecipe(game.recipe);
    setPickerOpen(true);
  }, [game.recipe]);
  const closePicker = (): void => {
    setPickerOpen(false);
    pickButton.current?.focus();
  };
  const pickButton = useRef<HTMLButtonElement>(null);
  const { scroller, list, isAway, toEnd } = useFollowing(turns);
  const pull = (description: string, count: number): void => {
    const times = count === 1 ? '' : ` ×${count}`;
    game.run('pull', { prompt: { description }, count }, `${description || '/gacha'}${times}`);
  };
  return (
    <div class={`chat ${isPickerOpen ? 'has-picker' : ''}`}>
      <div class="chat-scroll" ref={scroller}>
        <div class="chat-column">
          {turns.length === 0 ? (
            <>
              <Welcome onTurn={() => pull('', 1)} />
              <Lately />
            </>
          ) : (
            <>
              <h1 class="visually-hidden">{say('web:nav.pull')}</h1>
              {(turns[0]?.id ?? 1) > 1 && <Earlier />}
              <ol class="turns" ref={list}>
                {turns.map((turn) => (
                  <TurnView key={turn.id} turn={turn} />
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
      {isPickerOpen && <Picker recipe={recipe} onRecipe={setRecipe} onClose={closePicker} />}
      <div class="chat-foot">
        {isAway && turns.length > 0 && (
          <button type="button" class="button to-end" onClick={toEnd}>
            <Icon name="down" />
            <span>{say('web:turn.toEnd')}</span>
          </button>
        )}
        <Composer
          isEndless={isEndless}
          isPickerOpen={isPickerOpen}
          pickButton={pickButton}
          onSay={game.say}
          onPull={pull}
          onEndless={(description) =>
            game.run('endless', { prompt: { description } }, `${description || '/endless'} ∞`)
          }
          onStop={stop}
          onPick={() => setPickerOpen(!isPickerOpen)}
        />
        <p class="visually-hidden">{say('web:composer.label')}</p>
      </div>
    </div>
  );
}

function Welcome({ onTurn }: { readonly onTurn: () => void }): JSX.Element {
  const say = useSay();
  const game = useGame();
  const examples = ['first', 'second', 'third', 'fourth'].map((which) =>
    say(`help:examples.${which}`),
  );
  return (
    <section class="welcome">
      <Machine onTurn={onTurn} />
      <div class="welcome-words">
        <h1>{say('web:hero.title')}</h1>
        <p class="lead">{say('web:hero.lead')}</p>
        <p class="welcome-find">
          <a href="#find">{say('web:find.invite')}</a>
        </p>
        <p class="examples" aria-label={say('web:hero.try')}>
          {examples.map((example) => (
            <button key={example} type="button" class="chip" onClick={() => game.say(example)}>
              {example}
            </button>
          ))}
        </p>
      </div>
    </section>
  );
}
