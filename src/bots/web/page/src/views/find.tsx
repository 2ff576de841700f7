import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Notes } from '../parts/chat/caption.js';
import { ActionButton } from '../parts/controls/action-button.js';
import { Single } from '../parts/portraits/portrait-set.js';
import { Portrait } from '../parts/portraits/portrait.js';
import { useSay } from '../state/sentences.js';
import { useFinding, type Finding } from '../state/editing/use-finding.js';

const TITLES = ['person', 'colors', 'details', 'found'] as const;

/** Sixteen faces, one picked, sixteen more like it: until it is the one. */
export function Find(): JSX.Element {
  const say = useSay();
  const finding = useFinding();
  const { step, stage, found, isBusy, pick } = finding;
  const [words, setWords] = useState('');
  const hasBegun = stage !== undefined;
  return (
    <section class="view find" aria-labelledby="find-title" aria-busy={isBusy}>
      <header class="view-head">
        <h1 id="find-title">{say('web:find.title')}</h1>
        <p class="soft">
          {hasBegun ? say(`web:find.${TITLES[step] ?? 'found'}`) : say('web:find.lead')}
        </p>
      </header>
      <form
        class="find-form"
        onSubmit={(event) => {
          event.preventDefault();
          finding.start(words.trim());
        }}
      >
        <input
          value={words}
          placeholder={say('web:composer.placeholder')}
          aria-label={say('web:find.words')}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button type="submit" class={`button ${hasBegun ? '' : 'is-primary'}`} disabled={isBusy}>
          {say(hasBegun ? 'web:find.over' : 'web:find.start')}
        </button>
      </form>
      {hasBegun && <Tools finding={finding} />}
      {found === undefined ? (
        stage !== undefined && (
          <>
            <Notes notes={stage.notes} />
            <ol class="find-grid">
              {stage.portraits.map((portrait, at) => (
                <li key={portrait.id}>
                  <button
                    type="button"
                    class="tile-face"
                    disabled={isBusy}
                    aria-label={say('web:turn.select', { number: at + 1, alt: portrait.alt })}
                    onClick={() => pick(portrait)}
                  >
                    <Portrait portrait={portrait} isRevealed isDecoration />
                  </button>
                </li>
              ))}
            </ol>
          </>
        )
      ) : (
        <Single portrait={found} />
      )}
    </section>
  );
}

function Tools({ finding }: { readonly finding: Finding }): JSX.Element {
  const say = useSay();
  const { step, found, isBusy, stage, pick, again, back } = finding;
  const [first] = stage?.portraits ?? [];
  return (
    <div class="actions">
      <ActionButton
        icon="previous"
        text={say('common:action.back')}
        isDisabled={isBusy}
        onClick={back}
      />
      {found === undefined && (
        <ActionButton
          icon="again"
          text={say('web:find.others')}
          isDisabled={isBusy}
          onClick={again}
        />
      )}
      {found === undefined && step > 0 && first !== undefined && (
        <ActionButton
          icon="next"
          text={say('web:find.asItIs')}
          isDisabled={isBusy}
          onClick={() => pick(first)}
        />
      )}
    </div>
  );
}
