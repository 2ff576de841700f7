import { createRandom } from '../../../src/attributes/random.js';
import { getLexicon } from '../../../src/parsing/lexicon/lexicon-index.js';

export const TEXT_LENGTH = 10_000;

const random = createRandom(1, 'hostile texts');
const KNOWN_WORDS = [...getLexicon().knownWords.keys()];
const LONG_WORDS = KNOWN_WORDS.filter((word) => word.length > 8);

function fill(piece: string): string {
  return piece.repeat(Math.ceil(TEXT_LENGTH / piece.length)).slice(0, TEXT_LENGTH);
}

function draw(next: () => string): string {
  let text = '';
  while (text.length < TEXT_LENGTH) text += next();
  return text.slice(0, TEXT_LENGTH);
}

function pick(pieces: readonly string[]): string {
  return pieces[Math.floor(random.uniform() * pieces.length)] ?? '';
}

function character(first: number, last: number): string {
  return String.fromCodePoint(first + Math.floor(random.uniform() * (last - first + 1)));
}

function letters(alphabet: string, count: number): string {
  return Array.from({ length: count }, () => pick([...alphabet])).join('');
}

function misspell(word: string): string {
  const at = Math.floor(random.uniform() * word.length);
  return `${word.slice(0, at)}${letters('etaoinshrdlu', 1)}${word.slice(at + 1)} `;
}

/** Texts of 10,000 characters that nobody writes, each the worst case of some step of the parser. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'one letter': fill('a'),
  'open brackets': fill('([{'),
  quotes: fill('"\''),
  colours: fill('red '),
  'colours in clauses': fill('red,'),
  'mixed colours': fill('red and '),
  'Han colours': fill('赤'),
  denials: fill('no '),
  'denied nouns': fill('no hair '),
  'nouns before colours': fill('hair blue '),
  copulas: fill(':'),
  names: fill('named '),
  tones: fill('light reddish '),
  'half-width kana': fill('ﾂｲ'),
  'growing characters': fill('\uFDFA'),
  'stacked marks': fill('a\u0301\u0302\u0303'),
  'lone surrogates': fill('\uD83D'),
  'joined emoji': fill('👱‍♀️'),
  'open colour functions': fill('rgb('),
  'unknown words': fill('qwerty zxcvbn '),
  'words just too far': fill('chokkerr '),
  'null characters': fill('\0'),
  'different Han characters': draw(() => character(0x4e00, 0x9fff)),
  'one Han character': fill('紫'),
  'characters of all kinds': draw(() => character(0x20, 0xffff)),
  'characters of all planes': draw(() => character(0x1_0000, 0x10_ffff)),
  kana: draw(() => character(0x3041, 0x30f6)),
  'Hangul syllables': draw(() => character(0xac00, 0xd7a3)),
  Thai: draw(() => character(0xe01, 0xe5b)),
  'right-to-left letters': draw(() => `${character(0x5d0, 0x5ea)}\u202e`),
  'Latin letters with marks': draw(() => `${character(0xc0, 0x24f)}${pick(['', '', '', ' '])}`),
  'scripts without spaces': draw(() =>
    pick([character(0x61, 0x7a), character(0x4e00, 0x9fff), character(0x3041, 0x30f6), '한', '🦊']),
  ),
  'different hex colours': draw(() => `#${letters('0123456789abcdef', 6)} `),
  'different hex colours of hair': draw(() => `#${letters('0123456789abcdef', 6)} hair `),
  'different colour functions': draw(() => `rgb(${letters('12', 2)},${letters('12', 2)},9) eyes `),
  'different unknown words': draw(() => `${letters('abcdefghijklmnopqrstuvwxyz', 8)} `),
  'unknown words beside nouns': draw(() => `${letters('etaoinshrdlu', 6)} hair `),
  'words nearly known': draw(() => misspell(pick(KNOWN_WORDS))),
  'words near long known ones': draw(() => misspell(pick(LONG_WORDS))),
  'compounds nearly known': draw(() => `${letters('etaoinshrdlu', 17)}hair `),
  'known words': draw(() => `${pick(KNOWN_WORDS)} `),
  'known words without spaces': draw(() => pick(KNOWN_WORDS)),
  'nested brackets': `${'('.repeat(TEXT_LENGTH / 2)}${')'.repeat(TEXT_LENGTH / 2)}`,
  'nested denials': fill('not no not without '),
  'denials in three languages': fill('不没无なしno '),
  'letters under a heap of marks': draw(
    () => `a${character(0x300, 0x36f)}${character(0x300, 0x36f)}`,
  ),
  'emoji joined without end': draw(() => `${character(0x1f300, 0x1f5ff)}\u200d`),
  'stretched words': draw(() => `${letters('abcdefgh', 1).repeat(7)} `),
  boundaries: fill('、。,'),
  'symbols of no meaning': draw(() => character(0x2190, 0x23ff)),
};
