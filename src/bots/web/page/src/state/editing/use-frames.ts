import { useEffect, useRef, useState } from 'preact/hooks';
import type { PictureSize } from '../../../../wire.js';
import { fetchFrame } from '../connection/api.js';
import { useSay } from '../sentences.js';
import { sentenceOf } from '../chat/use-turns.js';

/** After this long without a change the frame is drawn once more, large. */
const QUIET_MS = 220;
/** Until the next try when the server is out of reach. */
const RETRY_MS = 2000;

/** The editor's newest frame, or the sentence that says why there is none. */
export interface Frames {
  /** The newest frame; its side tells the quick ones from the fine one. */
  readonly frame: { readonly bitmap: ImageBitmap } | undefined;
  /** How many frames have been drawn so far. */
  readonly count: number;
  /** While there is one, the frame shows an older input than the newest. */
  readonly fault: string | undefined;
}

/**
 * Follows an input that changes faster than it can be drawn: one small frame at a time, always of the
 * newest input, then a large one when it rests. An undefined input draws nothing.
 */
export function useFrames(editor: 'morph' | 'blend', input: object | undefined): Frames {
  const [frames, setFrames] = useState<Frames>({ frame: undefined, count: 0, fault: undefined });
  const say = useSay();
  const [round, setRound] = useState(0);
  const wanted = useRef<object | undefined>(input);
  const isBusy = useRef(false);
  /** The input of the newest large frame: a small one of the same that comes later is not shown. */
  const fineInput = useRef<object | undefined>(undefined);
  const key = JSON.stringify(input);

  useEffect(() => {
    wanted.current = input;
    const fine = new AbortController();
    const draw = async (size: PictureSize, signal: AbortSignal): Promise<void> => {
      const drawn = wanted.current;
      const blob = await fetchFrame(editor, { ...drawn, size }, signal);
      const bitmap = await createImageBitmap(blob);
      if (size === 'portrait') fineInput.current = drawn;
      else if (fineInput.current === drawn) return;
      setFrames(({ count }) => ({ frame: { bitmap }, count: count + 1, fault: undefined }));
    };
    let retry: number | undefined;
    const fail = (error: unknown): void => {
      if (fine.signal.aborted) return;
      setFrames((old) => ({ ...old, fault: sentenceOf(error, undefined, say) }));
      if (error instanceof TypeError) {
        retry ??= window.setTimeout(() => setRound((count) => count + 1), RETRY_MS);
      }
    };
    const follow = async (): Promise<void> => {
      if (isBusy.current) return;
      isBusy.current = true;
      try {
        let drawn: object | undefined;
        while (wanted.current !== undefined && wanted.current !== drawn) {
          drawn = wanted.current;
          await draw('thumbnail', new AbortController().signal);
        }
      } catch (error) {
        fail(error);
      } finally {
        isBusy.current = false;
      }
    };
    if (input === undefined) {
      setFrames((old) => (old.fault === undefined ? old : { ...old, fault: undefined }));
      return undefined;
    }
    void follow();
    const rest = setTimeout(() => void draw('portrait', fine.signal).catch(fail), QUIET_MS);
    return () => {
      clearTimeout(rest);
      clearTimeout(retry);
      fine.abort();
    };
    // The input is a new object on every render; its text tells when it really changes.
  }, [editor, key, round]);

  return frames;
}
