import { writeFile } from 'node:fs/promises';
import { getLexicon } from '../src/parsing/lexicon/lexicon-index.js';
import { isNearLexicon } from '../src/parsing/recognize/spelling.js';
import { ENGLISH_WORDS } from './lexicon/english-words.js';

const TARGET = new URL('../src/parsing/lexicon/not-typos.json', import.meta.url);

const { knownWords } = getLexicon();
const near = [...ENGLISH_WORDS].filter((word) => !knownWords.has(word) && isNearLexicon(word));
await writeFile(TARGET, `${JSON.stringify(near.toSorted().join(' '))}\n`);
process.stdout.write(
  `${near.length} of ${ENGLISH_WORDS.size} English words are near the lexicon\n`,
);
