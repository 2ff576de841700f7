import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Composer } from '../parts/chat/composer.js';
import { Machine } from '../parts/chat/machine.js';
import { Picker } from '../parts/chat/picker.js';
import { TurnView } from '../parts/chat/turn-view.js';
import { useGame } from '../state/game.js';
import { useSay } from '../state/sentences.js';
import type { Turns } from '../state/use-turns.js';

/** The chat: machine, exchanges, and where one writes. */
export function Chat({ turns, isEndless, stop }: Turns): JSX.Element {
  const say = useSay();
  const game = useGame();
  const [isPickerOpen, setPickerOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const last = turns.at(-1);
  useEffect(() => {
    // The newest turn as a whole where it fits, else from its beginning.
    list.current?.lastElementChild?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [last?.id, last?.replies.length === 0, last?.status]);
  const pull = (description: string, count: number): void => {
    const times = count === 1 ? '' : ` ×${count}`;
    game.run('pull', { prompt: { description }, count }, `${description || '/gacha'}${times}`);
  };
  return (
    <div
      class={`chat ${isPickerOpen ? 'has-picker' : ''}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) game.run('redraw', file, file.name);
      }}
    >
      <div class="chat-scroll">
        <div class="chat-column">
          {turns.length === 0 ? (
            <Welcome onTurn={() => pull('', 1)} />
          ) : (
            <ol class="turns" ref={list}>
              {turns.map((turn) => (
                <TurnView key={turn.id} turn={turn} />
              ))}
            </ol>
          )}
        </div>
      </div>
      {isPickerOpen && <Picker onClose={() => setPickerOpen(false)} />}
      <div class="chat-foot">
        <Composer
          isEndless={isEndless}
          isPickerOpen={isPickerOpen}
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
