import { numbered, savePicture, targetOf } from './cli/picture-file.js';
import { numberOf, readArguments, type Usage } from './cli/read-arguments.js';
import { runTool, UsageError, type Terminal } from './cli/terminal.js';
import { withGame } from './cli/with-game.js';

const DEFAULT_FILE = 'blend.png';
const WORKERS = 4;

await runTool(async (terminal) => {
  const read = readArguments(terminal, usageOf(terminal));
  if (read === undefined) return;
  const { values, positionals } = read;
  const [first, second, ...words] = positionals;
  if (first === undefined || second === undefined) {
    throw new UsageError(terminal.say('missingCode'));
  }
  const file = typeof values['out'] === 'string' ? values['out'] : DEFAULT_FILE;
  const { format } = targetOf(terminal, file, ['png', 'webp']);
  const ratio = numberOf(values['ratio']);
  await withGame(WORKERS, async ({ game, person }) => {
    const result = await game.blends.blend({
      person,
      first: { code: first },
      second: { code: second },
      ...(ratio === undefined ? {} : { ratio }),
      ...(words.length === 0 ? {} : { prompt: { description: words.join(' ') } }),
      drawing: { format: format === 'webp' ? 'webp' : 'png' },
    });
    const strip = numbered(file, 'steps');
    await savePicture(terminal, file, result.picture);
    await savePicture(terminal, strip, result.strip);
    const { code, attributes } = result.portrait;
    if (values['json'] === true) {
      terminal.print(JSON.stringify({ files: [file, strip], code, attributes }));
      return;
    }
    for (const saved of [file, strip]) terminal.print(terminal.say('saved', { file: saved }));
    terminal.print(terminal.say('code', { code }));
  });
});

function usageOf({ say }: Terminal): Usage {
  return {
    tool: 'blend',
    example: 'npm run blend -- <code> <code> --ratio 0.3 "smiling"',
    options: {
      ratio: { type: 'string', value: 'R', about: say('option.ratio') },
      out: { type: 'string', value: 'FILE', about: say('option.out', { file: DEFAULT_FILE }) },
      json: { type: 'boolean', about: say('option.json') },
    },
  };
}
