import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PictureSize, WirePortrait } from '../../../../wire.js';
import { pictureUrl } from '../../state/connection/api.js';
import { useSay } from '../../state/sentences.js';

/** Until a picture that did not arrive is asked for again by itself. */
const RETRY_MS = 3000;
const MOST_RETRIES = 5;

interface PortraitProps {
  readonly portrait: WirePortrait;
  /** Undefined: `portrait`. */
  readonly size?: PictureSize;
  /** Comes out of its capsule when it has arrived. */
  readonly isRevealed?: boolean;
  /** Index among several that appear one after the other. */
  readonly order?: number;
  /** Stands beside words that say the same, perhaps in a button. */
  readonly isDecoration?: boolean;
}

/** One face; asks again for a picture that did not arrive. */
export function Portrait(props: PortraitProps): JSX.Element {
  const { portrait, size, isRevealed = false, order = 0, isDecoration = false } = props;
  const [status, setStatus] = useState<'waiting' | 'there' | 'lost'>('waiting');
  const [tries, setTries] = useState(0);
  const retry = (): void => {
    setTries(tries + 1);
    setStatus('waiting');
  };
  useEffect(() => {
    if (status !== 'lost' || tries >= MOST_RETRIES) return undefined;
    const timer = setTimeout(retry, RETRY_MS * (tries + 1));
    return () => clearTimeout(timer);
  }, [status, tries]);
  if (status === 'lost') return <Lost {...(isDecoration ? {} : { onRetry: retry })} />;
  return (
    <img
      key={tries}
      class={`portrait ${isRevealed ? `is-revealed is-${status}` : ''}`}
      style={{ animationDelay: `${order * 90}ms` }}
      src={pictureUrl(portrait.id, { ...(size === undefined ? {} : { size }), tries })}
      alt={isDecoration ? '' : portrait.alt}
      decoding="async"
      draggable={false}
      onLoad={() => setStatus('there')}
      onError={() => setStatus('lost')}
    />
  );
}

function Lost({ onRetry }: { readonly onRetry?: () => void }): JSX.Element {
  const say = useSay();
  return (
    <span class="portrait-lost">
      {say('web:fault.picture')}
      {onRetry !== undefined && (
        <button type="button" class="button" onClick={onRetry}>
          {say('web:fault.retry')}
        </button>
      )}
    </span>
  );
}
