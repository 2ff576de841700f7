import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';

interface WordsFieldProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onSaid: (said: string) => void;
}

/** A change in words instead of choices. */
export function WordsField({ words, onWords, onSaid }: WordsFieldProps): JSX.Element {
  const say = useSay();
  return (
    <label class="field">
      <span>{say('web:morph.words')}</span>
      <input
        value={words}
        placeholder={say('web:morph.wordsPlaceholder')}
        onInput={(event) => onWords(event.currentTarget.value)}
        onChange={(event) => onSaid(event.currentTarget.value.trim())}
      />
    </label>
  );
}
