import type { TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { COMMAND_NAMES } from '../../../../../../messages/command-names.js';

const MOST_HISTORY = 50;
const MOST_SUGGESTIONS = 8;

/** The line as it stands now, and what changes it. */
export interface ComposerState {
  readonly text: string;
  readonly suggestions: readonly string[];
  /** Index of the suggestion that a key would take. */
  readonly highlighted: number;
  readonly write: (text: string) => void;
  readonly complete: (command: string) => void;
  /** Empties the line and gives what stood in it. */
  readonly take: () => string;
  readonly onKey: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/** The line that is being written: its history, and commands that it may become. */
export function useComposer(onEscape: () => void): ComposerState {
  const [text, setText] = useState('');
  const [highlighted, setHighlighted] = useState(0);
  const history = useRef<readonly string[]>([]);
  const recalled = useRef(0);
  /** The text in the line before its history was opened. */
  const draft = useRef('');
  const suggestions = suggestionsFor(text);

  const write = (next: string): void => {
    setText(next);
    setHighlighted(0);
  };
  const take = (): string => {
    const line = text.trim();
    if (line !== '' && line !== history.current.at(-1)) {
      history.current = [...history.current, line].slice(-MOST_HISTORY);
    }
    recalled.current = history.current.length;
    write('');
    return line;
  };
  const step = (by: number): void => {
    const count = suggestions.length;
    if (count > 0) {
      setHighlighted((highlighted + by + count) % count);
      return;
    }
    const end = history.current.length;
    if (recalled.current === end) draft.current = text;
    recalled.current = Math.min(Math.max(0, recalled.current + by), end);
    setText(history.current[recalled.current] ?? draft.current);
  };
  const complete = (command: string): void => write(`/${command} `);

  const onKey = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const command = suggestions[highlighted];
    // While an input method is composing, its keys are its own; Safari's last one says so by its code.
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else tells
    if (event.isComposing || event.keyCode === 229) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      step(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Escape') {
      // What was typed comes back with ↑.
      if (text === '') onEscape();
      else take();
    } else if (command !== undefined && isTaking(key, text, command)) {
      event.preventDefault();
      complete(command);
    }
  };
  return { text, suggestions, highlighted, write, complete, take, onKey };
}

/** A command that is written out in full is sent by Enter, not completed. */
function isTaking(key: string, text: string, command: string): boolean {
  return key === 'Tab' || (key === 'Enter' && text !== `/${command}`);
}

/** Commands that a line with only the beginning of one may become. */
function suggestionsFor(text: string): readonly string[] {
  const begun = /^[/／]([\w-]*)$/.exec(text)?.[1]?.toLowerCase();
  if (begun === undefined) return [];
  return COMMAND_NAMES.filter((command) => command.startsWith(begun)).slice(0, MOST_SUGGESTIONS);
}
