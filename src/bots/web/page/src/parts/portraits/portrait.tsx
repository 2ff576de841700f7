import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WirePortrait } from '../../../../wire.js';
import { pictureUrl } from '../../state/api.js';
import { useSay } from '../../state/sentences.js';

interface PortraitProps {
  readonly portrait: WirePortrait;
  readonly sizePx?: 64 | 256;
  /** Comes out of its capsule when it has arrived. */
  readonly isRevealed?: boolean;
  /** Of several, which one it is: they come out one after the other. */
  readonly order?: number;
  /** Stands beside words that say the same. */
  readonly isDecoration?: boolean;
}

/** One face. */
export function Portrait({
  portrait,
  sizePx = 256,
  isRevealed = false,
  order = 0,
  isDecoration = false,
}: PortraitProps): JSX.Element {
  const say = useSay();
  const [status, setStatus] = useState<'waiting' | 'there' | 'lost'>('waiting');
  if (status === 'lost') return <span class="portrait-lost">{say('web:fault.picture')}</span>;
  return (
    <img
      class={`portrait ${isRevealed ? `is-revealed is-${status}` : ''}`}
      style={{ animationDelay: `${order * 90}ms` }}
      src={pictureUrl(portrait.id, { sizePx })}
      alt={isDecoration ? '' : portrait.alt}
      width={sizePx}
      height={sizePx}
      decoding="async"
      draggable={false}
      onLoad={() => setStatus('there')}
      onError={() => setStatus('lost')}
    />
  );
}
