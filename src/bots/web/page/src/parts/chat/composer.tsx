import type { JSX, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { useSay } from '../../state/sentences.js';
import { useComposer, type ComposerState } from '../../state/chat/use-composer.js';
import { Icon, type IconName } from '../controls/icon.js';
import { Knob } from '../controls/knob.js';

interface ComposerProps {
  readonly isEndless: boolean;
  readonly isPickerOpen: boolean;
  readonly onSay: (text: string) => void;
  readonly onPull: (description: string, count: number) => void;
  readonly onEndless: (description: string) => void;
  readonly onStop: () => void;
  readonly onPick: () => void;
  /** Gets the focus back when the picker closes. */
  readonly pickButton: Ref<HTMLButtonElement>;
}

/** The input line; its round button is the machine's handle. */
export function Composer(props: ComposerProps): JSX.Element {
  const { isEndless, isPickerOpen, onSay, onPull, onEndless, onStop, onPick, pickButton } = props;
  const say = useSay();
  const [turns, setTurns] = useState(0);
  const line = useComposer(onStop);
  const send = (): void => {
    setTurns(turns + 1);
    const text = line.take();
    if (text === '') onPull('', 1);
    else onSay(text);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Suggestions line={line} />
      <button
        ref={pickButton}
        type="button"
        class="button is-icon composer-pick"
        aria-label={say('web:composer.pick')}
        title={say('web:composer.pick')}
        aria-expanded={isPickerOpen}
        onClick={onPick}
      >
        <Icon name="pick" />
      </button>
      <Line line={line} />
      {isEndless ? (
        <button type="button" class="button is-danger composer-stop" onClick={onStop}>
          <Icon name="stop" />
          <span>{say('web:composer.stop')}</span>
        </button>
      ) : (
        <>
          <Extra text={say('web:composer.ten')} onClick={() => onPull(line.take(), 10)} />
          <Extra
            icon="endless"
            text={say('web:composer.endless')}
            onClick={() => onEndless(line.take())}
          />
        </>
      )}
      <button type="submit" class="handle">
        <span>{say('web:composer.send')}</span>
        <Knob turns={turns} />
      </button>
    </form>
  );
}

interface LineProps {
  readonly line: ComposerState;
}

function Line({ line }: LineProps): JSX.Element {
  const say = useSay();
  const { suggestions, highlighted } = line;
  const isListed = suggestions.length > 0;
  return (
    <input
      id="message"
      class="composer-text"
      autocomplete="off"
      autocapitalize="off"
      enterkeyhint="send"
      maxLength={20_000}
      value={line.text}
      placeholder={say('web:composer.placeholder')}
      aria-label={say('web:composer.label')}
      role="combobox"
      aria-expanded={isListed}
      aria-controls="suggestions"
      aria-autocomplete="list"
      aria-activedescendant={isListed ? `suggestion-${suggestions[highlighted]}` : undefined}
      onInput={(event) => line.write(event.currentTarget.value)}
      onKeyDown={line.onKey}
    />
  );
}

function Suggestions({ line }: LineProps): JSX.Element | null {
  const say = useSay();
  if (line.suggestions.length === 0) return null;
  return (
    <ul
      class="suggestions"
      id="suggestions"
      role="listbox"
      aria-label={say('web:composer.suggestions')}
    >
      {line.suggestions.map((command, at) => (
        <li
          key={command}
          id={`suggestion-${command}`}
          role="option"
          aria-selected={at === line.highlighted}
          onPointerDown={(event) => {
            // Keeps the focus where one writes.
            event.preventDefault();
            line.complete(command);
          }}
        >
          <code>{say(`help:commands.${command}.usage`)}</code>
          <span>{say(`help:commands.${command}.about`)}</span>
        </li>
      ))}
    </ul>
  );
}

interface ExtraProps {
  readonly text: string;
  /** Absent: “×10”. */
  readonly icon?: IconName;
  readonly onClick: () => void;
}

function Extra({ text, icon, onClick }: ExtraProps): JSX.Element {
  // Whoever speaks to the page says what stands on the button.
  const label = icon === undefined ? `${text} ×10` : text;
  return (
    <button type="button" class="button is-icon" aria-label={label} title={text} onClick={onClick}>
      {icon === undefined ? (
        <span class="times" aria-hidden="true">
          ×10
        </span>
      ) : (
        <Icon name={icon} />
      )}
    </button>
  );
}
