import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Language } from '../../../src/game/people/person.js';
import { createMessages } from '../../../src/messages/messages.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Run before the page's own scripts: sums what moves by itself, by the browser's own measure. */
export const WATCH_SHIFTS = `window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** The faults of the page as it stands: for assistive technology, on this screen, in its language. */
export async function lookClosely(page: Page, language: Language): Promise<readonly string[]> {
  const hasAxe = await page.evaluate('typeof axe !== "undefined"');
  if (hasAxe === false) await page.evaluate(AXE);
  const violations = await page.evaluate<readonly string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 120) + ' ' + failureSummary)))`,
  );
  const wide = await page.evaluate<readonly string[]>(
    `[
      ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []),
      ...[...document.querySelectorAll('.rail nav a')]
        .filter((link) => link.offsetHeight > 50)
        .map((link) => 'in two lines: ' + link.textContent),
    ]`,
  );
  const text = await page.evaluate<string>('document.body.innerText');
  return [...violations, ...wide, ...foreignLines(text, language)];
}

/** Sentences of another language, and keys that were never replaced by any. */
function foreignLines(text: string, language: Language): readonly string[] {
  const foreign = language === 'en' ? new Set<string>() : sentencesOf('en');
  for (const own of sentencesOf(language)) foreign.delete(own);
  const isRaw = (line: string): boolean => /\b(web|common|help|errors):[a-z]|\{\{/.test(line);
  return text.split('\n').filter((line) => isRaw(line) || foreign.has(line.trim()));
}

function sentencesOf(language: Language): Set<string> {
  const messages = createMessages();
  return new Set(
    (['web', 'common', 'help'] as const).flatMap((name) => [
      ...leaves(messages.catalogue(language, name)),
    ]),
  );
}

function* leaves(branch: unknown): Generator<string> {
  if (typeof branch === 'string') yield branch;
  else if (typeof branch === 'object' && branch !== null) {
    for (const child of Object.values(branch)) yield* leaves(child);
  }
}
