import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireNote, WirePortrait } from '../../../../wire.js';
import { useGame } from '../../state/game.js';
import { useSay } from '../../state/sentences.js';
import { Caption, Notes } from '../chat/caption.js';
import { KeepButton } from './keep-button.js';
import { PortraitActions } from './portrait-actions.js';
import { Portrait } from './portrait.js';
import { tileColumns } from './tile-columns.js';

interface SingleProps {
  readonly portrait: WirePortrait;
  readonly notes?: readonly WireNote[];
  readonly pull?: { readonly id: string; readonly count: number };
  /** Moves in place of the still, and is what is saved; a `data:` URL. */
  readonly animation?: string;
  readonly children?: ComponentChildren;
}

/** One face large, what it is, and what can be done with it. */
export function Single(props: SingleProps): JSX.Element {
  const { portrait, notes = [], pull, animation, children } = props;
  const say = useSay();
  const number = useGame().kept.get(portrait.id);
  return (
    <div class="single">
      <div class="mat">
        {animation === undefined ? (
          <Portrait key={portrait.id} portrait={portrait} isRevealed />
        ) : (
          <img class="portrait animation" src={animation} alt={portrait.alt} />
        )}
        {number !== undefined && (
          <span class="seal" aria-hidden="true">
            {number}
          </span>
        )}
      </div>
      <div class="single-side">
        {children}
        <Caption portrait={portrait} />
        <Notes notes={notes} />
        <PortraitActions
          portrait={portrait}
          {...(pull ? { pull } : {})}
          {...(animation === undefined ? {} : { animation })}
        />
        {portrait.seed !== undefined && (
          <p class="seed">{say('common:result.seed', { seed: portrait.seed })}</p>
        )}
      </div>
    </div>
  );
}

interface PortraitSetProps {
  readonly portraits: readonly WirePortrait[];
  readonly notes: readonly WireNote[];
  /** `strip` keeps to one row and joins its faces. */
  readonly shape: 'grid' | 'strip';
  /** Shown large at first; none of them when absent. */
  readonly chosen?: WirePortrait;
  readonly pull?: { readonly id: string; readonly count: number };
  /** Of faces that more are added to; without it they count up from 1. */
  readonly numbers?: { readonly first: number; readonly step: 1 | -1 };
}

/** Several numbered faces; the one that is picked is shown with what can be done with it. */
export function PortraitSet(props: PortraitSetProps): JSX.Element {
  const { portraits, notes, shape, chosen, pull, numbers } = props;
  const [picked, setPicked] = useState<WirePortrait | undefined>(chosen);
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked?.id !== chosen?.id)
      detail.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [picked?.id]);
  const pick = (portrait: WirePortrait): void =>
    setPicked(picked?.id === portrait.id && chosen === undefined ? undefined : portrait);
  return (
    <div class={`set is-${shape}`}>
      <Notes notes={notes} />
      <ol class="tiles" style={tileColumns(numbers === undefined ? portraits.length : undefined)}>
        {portraits.map((portrait, at) => (
          <Tile
            key={portrait.id}
            portrait={portrait}
            number={numbers === undefined ? at + 1 : numbers.first + at * numbers.step}
            order={numbers === undefined ? at : 0}
            isPicked={picked?.id === portrait.id}
            onPick={() => pick(portrait)}
          />
        ))}
      </ol>
      <div ref={detail}>
        {picked !== undefined && <Single portrait={picked} {...(pull ? { pull } : {})} />}
      </div>
    </div>
  );
}

interface TileProps {
  readonly portrait: WirePortrait;
  readonly number: number;
  readonly order: number;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

function Tile({ portrait, number, order, isPicked, onPick }: TileProps): JSX.Element {
  const say = useSay();
  return (
    <li class={`tile ${isPicked ? 'is-picked' : ''}`}>
      <button
        type="button"
        class="tile-face"
        aria-pressed={isPicked}
        aria-label={say('web:turn.select', { number, alt: portrait.alt })}
        onClick={onPick}
      >
        <Portrait portrait={portrait} isRevealed order={order} isDecoration />
        <span class="tile-number" aria-hidden="true">
          {number}
        </span>
      </button>
      <KeepButton portrait={portrait} number={number} />
    </li>
  );
}
