type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Counted calls: every step of the scanner, the speller and the binder makes at least one. */
const STEPS: readonly [object, readonly string[]][] = [
  [Map.prototype, ['get', 'has', 'set']],
  [Set.prototype, ['has', 'add']],
  [String.prototype, ['charCodeAt', 'codePointAt', 'slice', 'startsWith']],
  [RegExp.prototype, ['exec', 'test']],
  [Array.prototype, ['push', 'slice', 'filter', 'map', 'flatMap', 'some', 'every']],
];

/** How many calls of built-in methods a function makes: its work, whatever the machine is busy with. */
export function countSteps(work: () => unknown): number {
  let count = 0;
  const undo = STEPS.flatMap(([prototype, names]) => {
    const methods = prototype as Methods;
    return names.map((name) => {
      const original = methods[name] as Methods[string];
      methods[name] = function counted(this: unknown, ...args: unknown[]): unknown {
        count += 1;
        return original.apply(this, args);
      };
      return (): void => {
        methods[name] = original;
      };
    });
  });
  try {
    work();
  } finally {
    for (const restore of undo) restore();
  }
  return count;
}
