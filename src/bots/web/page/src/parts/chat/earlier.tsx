import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';

/** A pointer to the turns that the page no longer shows. */
export function Earlier(): JSX.Element {
  const say = useSay();
  return (
    <p class="earlier">
      <a href="#recent">{say('web:recent.earlier')}</a>
    </p>
  );
}
