import { useCallback, useRef, useState } from 'preact/hooks';
import type { WirePortrait, WireReply } from '../../../../wire.js';
import { actOverChannel, Refusal } from '../connection/api.js';
import { mapTurns, portraitIdsOf, rewordPortraits } from './reword.js';
import { changeTurn, followTurn, openTurn, type Turn } from './turns.js';
import type { Say } from '../sentences.js';

/** The chat as it stands now, and what goes on in it. */
export interface Turns {
  readonly turns: readonly Turn[];
  readonly isEndless: boolean;
  readonly run: (action: string, input: unknown, spoken: string) => void;
  /** How often the server went away in the middle of something. */
  readonly losses: number;
  /** Shows what nobody asked for. */
  readonly tell: (reply: WireReply) => void;
  /** Words what is shown in the language that the page has now. */
  readonly reword: () => Promise<void>;
  /** Stops what is still running: endless pulls, or a wait. */
  readonly stop: () => void;
}

/** The words for faults, and who hears of every reply. */
export interface TurnsOptions {
  readonly say: Say;
  readonly onReply: (reply: WireReply) => void;
}

/** The chat: what was said and answered, and what is still going on. */
export function useTurns({ say, onReply }: TurnsOptions): Turns {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [losses, setLosses] = useState(0);
  const nextId = useRef(1);
  const running = useRef(new Map<number, AbortController>());

  const run = useCallback(
    (action: string, input: unknown, spoken: string) => {
      const id = nextId.current++;
      const abort = new AbortController();
      running.current.set(id, abort);
      setTurns((all) => openTurn(all, { id, action, spoken }));
      const change = (how: (turn: Turn) => Turn): void =>
        setTurns((all) => changeTurn(all, id, how));
      actOverChannel(action, input, {
        signal: abort.signal,
        onEvent: (event) => {
          change((turn) => followTurn(turn, event));
          if (event.type === 'reply') onReply(event.reply);
        },
      })
        .then(() => change((turn) => ({ ...turn, status: 'done' })))
        .catch((error: unknown) => {
          const isStopping = error instanceof Refusal && error.code === 'shutting-down';
          const isLost = isStopping || (!(error instanceof Refusal) && !abort.signal.aborted);
          if (isLost) setLosses((count) => count + 1);
          const failure = sentenceOf(error, abort.signal, say);
          change((turn) =>
            abort.signal.aborted && turn.replies.length > 0
              ? { ...turn, status: 'done' }
              : {
                  ...turn,
                  status: 'failed',
                  failure,
                  // An endless run that ended with the server is gone on with instead.
                  ...(isLost && !(isStopping && turn.action === 'endless')
                    ? { retry: () => run(action, input, spoken) }
                    : {}),
                },
          );
        })
        .finally(() => running.current.delete(id));
    },
    [say, onReply],
  );

  const tell = useCallback(
    (reply: WireReply) => {
      const id = nextId.current++;
      setTurns((all) => {
        const opened = openTurn(all, { id, action: reply.kind, spoken: '' });
        return changeTurn(opened, id, (turn) => ({
          ...followTurn(turn, { type: 'reply', reply }),
          status: 'done',
        }));
      });
      onReply(reply);
    },
    [onReply],
  );

  const latest = useRef(turns);
  latest.current = turns;
  const reword = useCallback(async () => {
    const ids = portraitIdsOf(latest.current);
    if (ids.length === 0) return;
    const reworded = await rewordPortraits(ids).catch(() => new Map<string, WirePortrait>());
    setTurns((all) => mapTurns(all, (portrait) => reworded.get(portrait.id) ?? portrait));
  }, []);

  const stop = useCallback(() => {
    for (const abort of running.current.values()) abort.abort();
  }, []);

  const isEndless = turns.some(
    ({ action, status }) => action === 'endless' && status === 'waiting',
  );
  return { turns, isEndless, losses, run, tell, reword, stop };
}

/** The sentence for a fault: the server's own, else that it cannot be reached. */
export function sentenceOf(error: unknown, signal: AbortSignal | undefined, say: Say): string {
  if (error instanceof Refusal) return error.message;
  return say(signal?.aborted === true ? 'web:turn.cancelled' : 'web:fault.offline');
}
