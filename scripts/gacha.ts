import { describeNamed } from '../src/messages/describe-portrait.js';
import { resultNotes } from '../src/messages/result-notes.js';
import type { PullResult } from '../src/game/drawing/gacha.js';
import type { GroupName, Portrait } from '../src/game/portraits/portrait.js';
import { numbered, savePicture, targetOf, type Target } from './cli/picture-file.js';
import { numberOf, readArguments, type Usage } from './cli/read-arguments.js';
import { runTool, UsageError, type Terminal } from './cli/terminal.js';
import { withGame, type Seat } from './cli/with-game.js';

const DEFAULT_FILE = 'gacha.png';

/** Pictures beyond this many are drawn no faster by more workers than there are cores. */
const MOST_WORKERS = 4;

await runTool(async (terminal) => {
  const read = readArguments(terminal, usageOf(terminal));
  if (read === undefined) return;
  const { values, positionals } = read;
  const description = positionals.join(' ');
  const count = numberOf(values['count']) ?? 1;
  const seed = numberOf(values['seed']);
  const sizePx = sizeOf(terminal, values['size'] ?? '256');
  const file = typeof values['out'] === 'string' ? values['out'] : DEFAULT_FILE;
  const target = targetOf(terminal, file, ['png', 'webp']);
  const format = target.format === 'webp' ? 'webp' : 'png';
  await withGame(count > 1 ? Math.min(count, MOST_WORKERS) : 1, async (seat) => {
    const { game, person } = seat;
    const drawing = { sizePx, format } as const;
    const prompt = { description };
    const given = seed === undefined ? {} : { seed };
    const result = await game.gacha.pull({ person, prompt, count, ...given, drawing });
    const saved = await saveAll({ terminal, seat, target, drawing }, result);
    if (values['json'] === true) terminal.print(JSON.stringify(toJson(seat, result, saved)));
    else report(terminal, { result, saved });
  });
});

function sizeOf({ say }: Terminal, size: string | boolean): 64 | 256 {
  if (size === '64') return 64;
  if (size === '256') return 256;
  throw new UsageError(`--size: ${say('option.size')}`);
}

function usageOf({ say }: Terminal): Usage {
  return {
    tool: 'gacha',
    example: 'npm run gacha -- "silver hair, red eyes" --seed 7 --out silver.png',
    options: {
      count: { type: 'string', value: 'N', about: say('option.count') },
      seed: { type: 'string', value: 'S', about: say('option.seed') },
      out: { type: 'string', value: 'FILE', about: say('option.out', { file: DEFAULT_FILE }) },
      size: { type: 'string', value: '64|256', about: say('option.size') },
      json: { type: 'boolean', about: say('option.json') },
    },
  };
}

interface Saving {
  readonly terminal: Terminal;
  readonly seat: Seat;
  readonly target: Target;
  readonly drawing: { readonly sizePx: 64 | 256; readonly format: 'png' | 'webp' };
}

async function saveAll(saving: Saving, { portraits }: PullResult): Promise<readonly string[]> {
  const { terminal, seat, target, drawing } = saving;
  return Promise.all(
    portraits.map(async ({ id }, at) => {
      const file = portraits.length === 1 ? target.file : numbered(target.file, at + 1);
      const picture = await seat.game.portraits.picture(seat.person, id, drawing);
      await savePicture(terminal, file, picture);
      return file;
    }),
  );
}

interface Report {
  readonly result: PullResult;
  readonly saved: readonly string[];
}

function report({ print, tell, say, messages, language }: Terminal, told: Report): void {
  const { result, saved } = told;
  for (const { text } of resultNotes(messages, language, result)) tell(text);
  for (const [at, portrait] of result.portraits.entries()) {
    print(say('saved', { file: saved[at] ?? '' }));
    const named = describeNamed(portrait, language);
    const drawn = describeNamed({ ...portrait, named: drawnOf(portrait) }, language);
    const parts = [
      ...(named === '' ? [] : [say('named', { list: named })]),
      ...(drawn === '' ? [] : [say('byLuck', { list: drawn })]),
    ];
    print(`  ${parts.join(say('common:result.separator'))}`);
    print(`  ${say('seed', { seed: portrait.seed ?? result.seed })}`);
    print(`  ${say('code', { code: portrait.code })}`);
  }
}

function drawnOf({ attributes, named }: Portrait): readonly GroupName[] {
  return (Object.keys(attributes) as GroupName[]).filter((group) => !named.includes(group));
}

function toJson({ game }: Seat, result: PullResult, saved: readonly string[]): object {
  const { request, description, seed } = result;
  const { guessed, overridden, unknown, undrawable } = request;
  return {
    model: { id: game.model.id, version: game.model.version },
    description,
    seed,
    portraits: result.portraits.map((portrait, at) => ({
      file: saved[at],
      seed: portrait.seed,
      code: portrait.code,
      named: portrait.named,
      attributes: portrait.attributes,
    })),
    guessed,
    overridden,
    unknown,
    undrawable,
  };
}
