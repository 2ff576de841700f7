import { useEffect } from 'preact/hooks';
import { act } from './api.js';
import type { Turns } from '../chat/use-turns.js';

const RETRY_MS = 3000;

/** Hears of endless runs that ended with the server: at once, and when it is back after it was lost. */
export function useCutOff({ losses, tell }: Pick<Turns, 'losses' | 'tell'>): void {
  useEffect(() => {
    const abort = new AbortController();
    let timer: number | undefined;
    const ask = (): void => {
      act(
        'cut-off',
        {},
        {
          signal: abort.signal,
          onEvent: (event) => {
            if (event.type === 'reply') tell(event.reply);
          },
        },
      ).catch(() => {
        // Out of reach: the server may be starting.
        if (!abort.signal.aborted) timer = window.setTimeout(ask, RETRY_MS);
      });
    };
    ask();
    return () => {
      abort.abort();
      window.clearTimeout(timer);
    };
  }, [losses, tell]);
}
