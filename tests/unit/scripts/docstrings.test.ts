import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const OPENING = /(?:\/\*\*\s+(?:\* )?|^\s*r?""")((?:What|Who|Whether|Where)\b.*)/gm;

const sources = execFileSync('git', ['ls-files', 'src', 'scripts', 'tests', 'training'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(?:tsx?|mjs|py)$/.test(file));

describe('docstrings', () => {
  it('name a thing instead of asking about it', () => {
    const faults = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(OPENING)].map((match) => `${file}: ${match[1]}`),
    );
    expect(faults).toEqual([]);
  });

  it('are found in every language of the sources', () => {
    for (const opening of ['/** ', '/**\n * ', '  """'])
      expect([...`${opening}What it is.`.matchAll(OPENING)]).toHaveLength(1);
  });
});
