import { describe, it, type TestContext, type TestOptions } from 'vitest';
import { reasonOf, type Need } from './needs.js';

/**
 * `describe` for stories that need something a machine may lack: where it is missing they are left
 * out, hooks and all, and their name says why. Without a need it is plain `describe`.
 */
export function describeWith(
  need: Need | undefined,
  title: string,
  options: TestOptions,
  tell: () => void,
): void {
  const { isMissing, name } = weigh(need, title);
  // oxlint-disable-next-line vitest/valid-describe-callback, vitest/valid-title -- both are handed on
  describe.skipIf(isMissing)(name, options, tell);
}

/** `it` for one story that needs something a machine may lack; see `describeWith`. */
export function itWith(
  need: Need,
  title: string,
  story: (context: TestContext) => Promise<void> | void,
): void {
  const { isMissing, name } = weigh(need, title);
  // oxlint-disable-next-line vitest/valid-title -- handed on
  it.skipIf(isMissing)(name, { timeout: 60_000 }, story);
}

function weigh(need: Need | undefined, title: string): { isMissing: boolean; name: string } {
  if (need === undefined || need.isMet()) return { isMissing: false, name: title };
  return { isMissing: true, name: `${title} ${reasonOf(need)}` };
}
