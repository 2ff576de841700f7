import type { WireEvent, WireReply } from '../../../../wire.js';

/** One exchange in the chat: what was said, and what comes of it. */
export interface Turn {
  readonly id: number;
  /** The visitor's words, or a wording of their click. */
  readonly spoken: string;
  readonly action: string;
  readonly status: 'waiting' | 'done' | 'failed';
  readonly isWarming: boolean;
  readonly progress?: { readonly position: number; readonly done: number; readonly total: number };
  /** How many faces are expected. */
  readonly count: number;
  /** The latest ones. */
  readonly replies: readonly WireReply[];
  /** How many pulls there have been, those let go included. */
  readonly pulls: number;
  readonly failure?: string;
  /** Asks for the same once more; absent where that would fail again. */
  readonly retry?: () => void;
}

const MOST_TURNS = 60;
/** An endless run goes on for hours: what came long ago is let go. */
const MOST_REPLIES = 300;
/** Let go at once: whole rows of five as of three, so that the others stay in their places. */
const LET_GO = 15;

/** The turns with a new one at the end, waiting; the oldest of more than 60 are let go. */
export function openTurn(
  turns: readonly Turn[],
  turn: Pick<Turn, 'id' | 'spoken' | 'action'>,
): Turn[] {
  const opened: Turn = {
    ...turn,
    status: 'waiting',
    isWarming: false,
    count: 1,
    replies: [],
    pulls: 0,
  };
  return [...turns, opened].slice(-MOST_TURNS);
}

/** The turns with one of them changed; the same ones where it has been let go. */
export function changeTurn(
  turns: readonly Turn[],
  id: number,
  change: (turn: Turn) => Turn,
): Turn[] {
  return turns.map((turn) => (turn.id === id ? change(turn) : turn));
}

/** A turn after one more event of its action. */
export function followTurn(turn: Turn, event: WireEvent): Turn {
  switch (event.type) {
    case 'warming':
      return { ...turn, isWarming: true };
    case 'started':
      return { ...turn, action: event.action, count: event.count, isWarming: false };
    case 'progress': {
      const { position, done, total } = event;
      return { ...turn, isWarming: false, progress: { position, done, total } };
    }
    case 'reply':
      return {
        ...turn,
        isWarming: false,
        pulls: turn.pulls + (event.reply.kind === 'pull' ? 1 : 0),
        replies: withReply(turn.replies, event.reply),
      };
    case 'failed':
    case 'done':
      return turn;
  }
}

function withReply(replies: readonly WireReply[], reply: WireReply): readonly WireReply[] {
  return [...replies.slice(replies.length < MOST_REPLIES ? 0 : LET_GO), reply];
}
