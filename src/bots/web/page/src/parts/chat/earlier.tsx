import type { JSX } from 'preact';
import { useSay } from '../../state/sentences.js';

/** Where to find what the page has let go. */
export function Earlier(): JSX.Element {
  const say = useSay();
  return (
    <p class="earlier">
      <a href="#recent">{say('web:recent.earlier')}</a>
    </p>
  );
}
