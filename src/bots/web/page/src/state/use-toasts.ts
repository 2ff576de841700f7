import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

const SHOWN_MS = 4000;
/** Long enough to read it and to decide. */
const SHOWN_WITH_ACTION_MS = 10_000;
const MOST_TOASTS = 3;

/** A sentence shown for a moment, perhaps with one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: ToastAction;
}

/** Its button; pressing it ends the toast. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** The toasts shown now, the newest last, and the functions that change them. */
export interface Toasts {
  readonly list: readonly Toast[];
  readonly show: (text: string, action?: ToastAction) => void;
  readonly dismiss: (id: number) => void;
}

/** Every toast has its own time; the same sentence twice is two toasts. */
export function useToasts(): Toasts {
  const [list, setList] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const timers = useRef(new Set<number>());
  const dismiss = useCallback(
    (id: number) => setList((all) => all.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback(
    (text: string, action?: ToastAction) => {
      const id = nextId.current++;
      const toast = { id, text, ...(action === undefined ? {} : { action }) };
      setList((all) => [...all.filter((other) => other.text !== text), toast].slice(-MOST_TOASTS));
      const timer = window.setTimeout(
        () => {
          timers.current.delete(timer);
          dismiss(id);
        },
        action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS,
      );
      timers.current.add(timer);
    },
    [dismiss],
  );
  useEffect(() => () => timers.current.forEach((timer) => clearTimeout(timer)), []);
  return { list, show, dismiss };
}
