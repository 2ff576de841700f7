import { useState } from 'preact/hooks';

/** Changes of one thing within this time are one step: a slider moves a hundred times. */
const ONE_STEP_MS = 700;
const MOST_STEPS = 100;

interface Steps<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  readonly latest: { readonly what: string; readonly at: number };
}

/** A value whose changes can be taken back, and taken back again. */
export interface Undo<Value> {
  readonly value: Value;
  /** `what` names the thing that changes. */
  readonly change: (next: Value, what: string) => void;
  /** Undefined where there is nothing to undo. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

/** Keeps the last hundred steps. */
export function useUndo<Value>(initial: Value): Undo<Value> {
  const [steps, setSteps] = useState<Steps<Value>>({
    past: [],
    present: initial,
    future: [],
    latest: { what: '', at: 0 },
  });
  const { past, present, future } = steps;
  const change = (next: Value, what: string): void => {
    const at = Date.now();
    setSteps((before) => {
      const isSame = before.latest.what === what && at - before.latest.at < ONE_STEP_MS;
      const kept = isSame ? before.past : [...before.past, before.present].slice(-MOST_STEPS);
      return { past: kept, present: next, future: [], latest: { what, at } };
    });
  };
  const latest = { what: '', at: 0 };
  const [before] = past.slice(-1);
  const [after] = future;
  return {
    value: present,
    change,
    undo:
      before === undefined
        ? undefined
        : () =>
            setSteps({
              past: past.slice(0, -1),
              present: before,
              future: [present, ...future],
              latest,
            }),
    redo:
      after === undefined
        ? undefined
        : () =>
            setSteps({ past: [...past, present], present: after, future: future.slice(1), latest }),
  };
}
