import type { Picture, Portrait } from '../src/game/portraits/portrait.js';
import { numbered, savePicture, targetOf } from './cli/picture-file.js';
import { numberOf, readArguments, type Usage } from './cli/read-arguments.js';
import { runTool, UsageError, type Terminal } from './cli/terminal.js';
import { withGame } from './cli/with-game.js';

const DEFAULT_FILE = 'morph.png';
const DEFAULT_ANIMATION = 'morph.gif';
const WORKERS = 4;

await runTool(async (terminal) => {
  const read = readArguments(terminal, usageOf(terminal));
  if (read === undefined) return;
  const { values, positionals } = read;
  const [code, ...words] = positionals;
  if (code === undefined) throw new UsageError(terminal.say('missingCode'));
  if (words.length === 0) throw new UsageError(terminal.say('missingDescription'));
  const isAnimated = values['animate'] === true;
  const fallback = isAnimated ? DEFAULT_ANIMATION : DEFAULT_FILE;
  const file = typeof values['out'] === 'string' ? values['out'] : fallback;
  const target = targetOf(terminal, file, isAnimated ? ['gif'] : ['png', 'webp']);
  const strength = numberOf(values['strength']);
  await withGame(WORKERS, async ({ game, person }) => {
    const command = {
      person,
      reference: { code },
      prompt: { description: words.join(' ') },
      ...(strength === undefined ? {} : { strength }),
      drawing: { format: target.format === 'webp' ? 'webp' : 'png' },
    } as const;
    const files = new Map<string, Picture>();
    let portrait: Portrait;
    if (isAnimated) {
      const result = await game.morphs.animate(command);
      portrait = result.portrait;
      files.set(file, result.animation);
    } else {
      const result = await game.morphs.morph(command);
      portrait = result.portrait;
      files.set(file, result.picture).set(numbered(file, 'steps'), result.strip);
    }
    for (const [name, picture] of files) await savePicture(terminal, name, picture);
    report(terminal, { portrait, files: [...files.keys()], isJson: values['json'] === true });
  });
});

function usageOf({ say }: Terminal): Usage {
  return {
    tool: 'morph',
    example: 'npm run morph -- <code> "green eyes, smiling" --strength 0.6',
    options: {
      strength: { type: 'string', value: 'S', about: say('option.strength') },
      animate: { type: 'boolean', about: say('option.animate') },
      out: {
        type: 'string',
        value: 'FILE',
        about: say('option.outAnimation', { file: DEFAULT_FILE }),
      },
      json: { type: 'boolean', about: say('option.json') },
    },
  };
}

interface Report {
  readonly portrait: Portrait;
  readonly files: readonly string[];
  readonly isJson: boolean;
}

function report({ print, say }: Terminal, { portrait, files, isJson }: Report): void {
  if (isJson) {
    const { code, attributes } = portrait;
    print(JSON.stringify({ files, code, attributes }));
    return;
  }
  for (const file of files) print(say('saved', { file }));
  print(say('code', { code: portrait.code }));
}
