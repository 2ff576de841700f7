import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { parseDescription } from '../src/parsing/parse-description.js';
import { renderDescription } from '../src/messages/render-description.js';
import { readArguments, type Usage } from './cli/read-arguments.js';
import { runTool, UsageError, type Terminal } from './cli/terminal.js';

/** No description is this long; the rest of such a line is read past, not kept. */
const MOST_LINE_CHARACTERS = 20_000;

await runTool(async (terminal) => {
  const read = readArguments(terminal, usageOf(terminal));
  if (read === undefined) return;
  if (read.values['stdin'] === true) {
    await parseStream();
    return;
  }
  if (read.positionals.length === 0) throw new UsageError(terminal.say('missingDescription'));
  terminal.print(JSON.stringify(understand(read.positionals.join(' ')), undefined, 2));
});

function usageOf({ say }: Terminal): Usage {
  return {
    tool: 'parse',
    example: 'npm run parse -- "blonde blue-eyes, no bangs"',
    options: { stdin: { type: 'boolean', about: say('option.stdin') } },
  };
}

/** Always the same four fields; others only where there is something to say. */
function understand(description: string): object {
  const result = parseDescription(description);
  const { request } = result;
  return {
    attributes: request.attributes,
    guessed: request.guessed,
    unknown: request.unknown,
    canonical: {
      en: renderDescription(request, 'en'),
      zh: renderDescription(request, 'zh-CN'),
      ja: renderDescription(request, 'ja'),
    },
    ...(request.overridden.length > 0 ? { overridden: request.overridden } : {}),
    ...(request.undrawable.length > 0 ? { undrawable: request.undrawable } : {}),
    ...(result.ok ? {} : { issues: result.issues.map(({ code }) => code) }),
  };
}

/** A line in, a line out, a chunk at a time: as fast as the reader, and no more held than a chunk. */
async function parseStream(): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    const lines = `${held}${decoder.write(chunk)}`.split('\n');
    held = (lines.pop() ?? '').slice(0, MOST_LINE_CHARACTERS);
    if (lines.length > 0) await write(lines);
  }
  held += decoder.end();
  if (held !== '') await write([held]);
}

async function write(lines: readonly string[]): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(understand(withoutReturn(line)))}\n`).join('');
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
