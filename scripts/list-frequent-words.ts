import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isLexiconEntry } from '../src/parsing/lexicon/lexicon-index.js';
import { parseDescription } from '../src/parsing/parse-description.js';
import { summarize } from '../tests/unit/parsing/summarize-request.js';

/**
 * Lists which of the 30,000 most frequent words of Chinese or Japanese set something without being entries of the
 * lexicon, into tests/unit/parsing/frequent/. Words that were reviewed keep their mark; new ones get a `?` for whoever
 * reviews them: nothing before the word if it is read right, `!` if not.
 *
 *   npx tsx scripts/list-frequent-words.ts zh DICT  jieba's dict.txt, as in the npm package @node-rs/jieba
 *   npx tsx scripts/list-frequent-words.ts ja DIR   MeCab's IPADIC, as in Debian's mecab-ipadic
 */
const MOST_FREQUENT = 30_000;

/** Words of jieba's dictionary by frequency, without names of people and places. */
function readJieba(file: string): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word = '', , kind = '']) => /^\p{Script=Han}+$/u.test(word) && !/^n[rsz]/u.test(kind))
    .sort((one, other) => Number(other[1]) - Number(one[1]))
    .map(([word = '']) => word);
}

const PARTS = ['Noun', 'Verb', 'Adverb', 'Noun.verbal', 'Noun.adjv', 'Adj'];

/** Words of IPADIC by cost, which is low for frequent ones. */
function readIpadic(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => PARTS.includes(name.replace(/\.csv$/u, '')));
  const decoder = new TextDecoder('euc-jp');
  const rows = files.flatMap((name) =>
    decoder
      .decode(readFileSync(path.join(folder, name)))
      .trim()
      .split('\n')
      .map((line) => line.split(',')),
  );
  const words = rows
    .sort((one, other) => Number(one[3]) - Number(other[3]))
    .map(([word = '']) => word);
  return [...new Set(words)].filter((word) => word.length > 1);
}

function readMarks(file: string): Map<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return new Map(lines.map((line) => [line.replace(/^[?!] /u, ''), line]));
}

const [language, source = ''] = process.argv.slice(2);
if ((language !== 'zh' && language !== 'ja') || !existsSync(source))
  throw new Error('usage: npx tsx scripts/list-frequent-words.ts zh|ja SOURCE');
parseDescription('');
const words = language === 'zh' ? readJieba(source) : readIpadic(source);
const file = path.join('tests/unit/parsing/frequent', `${language}.txt`);
const marks = readMarks(file);
const lines = words.slice(0, MOST_FREQUENT).flatMap((word) => {
  if (isLexiconEntry(word)) return [];
  const settings = summarize(word);
  const line = `${word} => ${settings}`;
  return settings === '' || settings === '✗' ? [] : [marks.get(line) ?? `? ${line}`];
});
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(`${lines.length} of ${MOST_FREQUENT} words set something`);
