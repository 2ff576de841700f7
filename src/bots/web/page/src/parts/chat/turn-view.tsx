import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireReply } from '../../../../wire.js';
import { useSay } from '../../state/sentences.js';
import type { Turn } from '../../state/chat/turns.js';
import { ActionButton } from '../controls/action-button.js';
import { Capsule, dyeOf } from '../portraits/capsule.js';
import { PortraitSet } from '../portraits/portrait-set.js';
import { Earlier } from './earlier.js';
import { Reply } from './reply.js';
import { tileColumns } from '../portraits/tile-columns.js';

/** One exchange of the chat. */
export function TurnView({ turn }: { readonly turn: Turn }): JSX.Element {
  const say = useSay();
  const isEndless = turn.action === 'endless';
  return (
    <li class="turn">
      {turn.spoken !== '' && (
        <p class="spoken">
          <span class="visually-hidden">{say('web:turn.you')}: </span>
          {turn.spoken}
        </p>
      )}
      <div class="answer" aria-busy={turn.status === 'waiting'}>
        {isEndless ? (
          <Endless turn={turn} />
        ) : (
          turn.replies.map((reply, at) => <Reply key={at} reply={reply} />)
        )}
        {turn.status === 'waiting' && turn.replies.length === 0 && <Waiting turn={turn} />}
        {turn.status === 'failed' && turn.failure !== undefined && (
          <>
            <p class="failure" role="alert">
              {turn.failure}
            </p>
            {turn.retry !== undefined && (
              <div class="actions">
                <ActionButton icon="again" text={say('web:fault.retry')} onClick={turn.retry} />
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** Faces of an endless run on the page at once. */
const MOST_SHOWN = 75;
/** Taken off at once: whole rows of five as of three, so that the others stay in their columns. */
const TAKEN_OFF = 15;

/** Pull after pull, the newest last: no face moves while another comes, nor while a pointer is on one. */
function Endless({ turn }: { readonly turn: Turn }): JSX.Element | null {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(0);
  const pulls = turn.replies.filter((reply) => reply.kind === 'pull');
  const letGo = turn.pulls - pulls.length;
  const shown = pulls.slice(Math.max(0, left - letGo));
  const isFull = shown.length > MOST_SHOWN;
  useEffect(() => {
    if (!isFull || box.current?.matches(':has(.tiles:hover, .tiles:focus-within)')) return;
    setLeft(turn.pulls - shown.length + TAKEN_OFF);
  }, [isFull, turn.pulls]);
  const portraits = shown.flatMap((reply) => reply.portraits);
  const last = turn.replies.at(-1);
  if (portraits.length === 0) return null;
  return (
    <>
      <p class="reply-title">
        {say(turn.status === 'waiting' ? 'common:pull.endlessStarted' : 'web:endless.over')}{' '}
        <small>{say('web:endless.count', { count: turn.pulls })}</small>
      </p>
      {turn.pulls > shown.length && <Earlier />}
      <div ref={box}>
        <PortraitSet
          portraits={portraits}
          notes={pulls[0]?.notes ?? []}
          shape="grid"
          numbers={{ first: turn.pulls - shown.length + 1, step: 1 }}
        />
      </div>
      {last?.kind === 'note' && <NoteText reply={last} />}
    </>
  );
}

function NoteText({
  reply,
}: {
  readonly reply: Extract<WireReply, { kind: 'note' }>;
}): JSX.Element {
  return <p class="reply-text">{reply.text}</p>;
}

const DRAWING = new Set([
  'pull',
  'again',
  'endless',
  'morph',
  'animate',
  'change',
  'vary',
  'blend',
  'redraw',
  'adopt',
]);

/** A capsule that rocks, and how long it may take. */
function Waiting({ turn }: { readonly turn: Turn }): JSX.Element {
  const say = useSay();
  const text = waitingText(turn, say);
  if (!DRAWING.has(turn.action)) return <p class="waiting-text">{text}</p>;
  const tiles = turn.count > 1 && turn.action !== 'endless' ? turn.count : 1;
  const done = turn.progress?.done ?? 0;
  return (
    <div class={`waiting ${tiles > 1 ? 'is-many' : ''}`} role="status">
      <div class="waiting-tiles" style={tileColumns(tiles)} aria-hidden="true">
        {Array.from({ length: Math.min(tiles, 10) }, (_, at) => (
          <span key={at} class={`shimmer ${at < done ? 'is-out' : ''}`}>
            <Capsule dye={dyeOf(turn.id + at)} />
          </span>
        ))}
      </div>
      <p class="waiting-text">{text}</p>
    </div>
  );
}

function waitingText(turn: Turn, say: ReturnType<typeof useSay>): string {
  if (turn.isWarming) return say('common:progress.warming');
  if (turn.action === 'export') return say('common:export.preparing');
  const { progress } = turn;
  if (progress === undefined) return say('common:progress.drawing');
  if (progress.total > 1 && progress.done > 0) {
    return say('common:progress.drawingMany', { done: progress.done, total: progress.total });
  }
  return progress.position > 0
    ? say('common:progress.waiting', { count: progress.position })
    : say('common:progress.drawing');
}
