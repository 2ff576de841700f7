import type { JSX } from 'preact';
import type { WireNote, WirePortrait } from '../../../../wire.js';
import { useSay } from '../../state/sentences.js';

/** The requested and the random attributes. */
export function Caption({ portrait }: { readonly portrait: WirePortrait }): JSX.Element {
  const say = useSay();
  return (
    <dl class="caption">
      {portrait.named !== '' && (
        <div class="caption-named">
          <dt>{say('web:turn.named')}</dt>
          <dd>{portrait.named}</dd>
        </div>
      )}
      {portrait.drawn !== '' && (
        <div class="caption-drawn">
          <dt>{say('web:turn.drawn')}</dt>
          <dd>{portrait.drawn}</dd>
        </div>
      )}
    </dl>
  );
}

/** How the words were read, where that needs saying. */
export function Notes({ notes }: { readonly notes: readonly WireNote[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map(({ kind, text }) => (
        <li key={text} class={`note is-${kind}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}
