import { readFile } from 'node:fs/promises';
import type { AdoptResult } from '../src/game/adopt/adopt.js';
import { adoptedLines } from '../src/messages/adopted-lines.js';
import { numbered, savePicture, targetOf, type Target } from './cli/picture-file.js';
import { readArguments, type Usage } from './cli/read-arguments.js';
import { runTool, UsageError, type Terminal } from './cli/terminal.js';
import { withGame, type Seat } from './cli/with-game.js';

const DEFAULT_FILE = 'adopt.png';
const WORKERS = 4;

await runTool(async (terminal) => {
  const read = readArguments(terminal, usageOf(terminal));
  if (read === undefined) return;
  const { values, positionals } = read;
  const [from] = positionals;
  if (from === undefined) throw new UsageError(terminal.say('missingPicture'));
  const file = typeof values['out'] === 'string' ? values['out'] : DEFAULT_FILE;
  const target = targetOf(terminal, file, ['png', 'webp']);
  const picture = await readPicture(terminal, from);
  await withGame(WORKERS, async (seat) => {
    const { game, person } = seat;
    const result = await game.adoptions.adopt({ person, picture });
    const files = await saveAll(terminal, seat, { target, result });
    if (values['json'] === true) terminal.print(JSON.stringify(toJson(result, files)));
    else report(terminal, result, files);
  });
});

async function readPicture({ say }: Terminal, file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(say('notReadable', { file, reason }));
  }
}

function usageOf({ say }: Terminal): Usage {
  return {
    tool: 'adopt',
    example: 'npm run adopt -- drawing.jpg --out adopted.png',
    options: {
      out: { type: 'string', value: 'FILE', about: say('option.out', { file: DEFAULT_FILE }) },
      json: { type: 'boolean', about: say('option.json') },
    },
  };
}

interface Saving {
  readonly target: Target;
  readonly result: AdoptResult;
}

async function saveAll(
  terminal: Terminal,
  { game, person }: Seat,
  { target, result: { portraits } }: Saving,
): Promise<readonly string[]> {
  const format = target.format === 'webp' ? 'webp' : 'png';
  return Promise.all(
    portraits.map(async ({ id }, at) => {
      const file = portraits.length === 1 ? target.file : numbered(target.file, at + 1);
      await savePicture(terminal, file, await game.portraits.picture(person, id, { format }));
      return file;
    }),
  );
}

function report(
  { print, say, messages, language }: Terminal,
  result: AdoptResult,
  files: readonly string[],
): void {
  for (const line of adoptedLines(messages, language, result)) print(line);
  for (const [at, { code }] of result.portraits.entries()) {
    print(say('saved', { file: files[at] ?? '' }));
    print(`  ${say('code', { code })}`);
  }
}

function toJson({ found, seen, portraits }: AdoptResult, files: readonly string[]): object {
  return {
    found,
    seen,
    portraits: portraits.map(({ code, attributes }, at) => ({ file: files[at], code, attributes })),
  };
}
