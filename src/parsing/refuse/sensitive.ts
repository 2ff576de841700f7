import english from 'naughty-words/en.json' with { type: 'json' };
import japanese from 'naughty-words/ja.json' with { type: 'json' };
import chinese from 'naughty-words/zh.json' with { type: 'json' };
import { isLexiconEntry } from '../lexicon/lexicon-index.js';
import { normalizeText } from '../normalize/normalize-text.js';
import { isCjk } from '../segment/characters.js';
import { isOfMinor } from './minors.js';

/** Entries of the library's lists that say nothing improper by themselves. */
const ORDINARY = new Set(
  (
    'girl on,girl on top,tongue in a,xx,eunuch,escort,domination,lolita,swastika,sexy,suck,sucks,' +
    'butt,strip club,quim,poof,spunk,snowballing,how to kill,how to murder,' +
    '嫌い,人種,女装,ホモ,グロ,デブ,なめ,誘惑,両性,両刀,卍,宦官,奴隷,拷問,支配,噴出,覗き,縛り,剃毛,人妻,お尻,糞,変態,' +
    'いたずら,ロリータ,屁股,裸,脱衣,刑務所,殺人,自殺'
  ).split(','),
);

/** Longest run of words that the lists hold. */
const MOST_WORDS = 5;

interface Lists {
  /** Entries of words that spaces delimit, by their first word. */
  readonly spaced: ReadonlyMap<string, readonly string[]>;
  /** The others, by their first character. */
  readonly unspaced: ReadonlyMap<string, readonly string[]>;
  /** Two characters that may begin one of those. */
  readonly begins: RegExp;
}

let lists: Lists | undefined;

function buildLists(): Lists {
  const spaced = new Map<string, string[]>();
  const unspaced = new Map<string, string[]>();
  for (const entry of [...english, ...japanese, ...chinese].map(normalizeText)) {
    // What the lexicon reads is told as it is ("big breasts"): it is no request for more than a face.
    if (ORDINARY.has(entry) || entry.split(' ').every(isLexiconEntry)) continue;
    if (isCjk(entry.slice(0, 1))) {
      if (entry.length > 1) append(unspaced, entry.charAt(0), entry);
    } else append(spaced, entry.match(WORD)?.[0] ?? '', entry);
  }
  const seconds = new Set([...unspaced.values()].flat().map((entry) => entry.charAt(1)));
  const begins = new RegExp(
    `[${[...unspaced.keys()].join('')}](?=[${[...seconds].join('')}])`,
    'gu',
  );
  return { spaced, unspaced, begins };
}

function append(map: Map<string, string[]>, key: string, entry: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

const WORD = /[a-z\d'\u00C0-\u024F]+/gu;
/** "Sex: female" is a line of a character sheet. */
const SHEET_KEY = /\bsex\s*[:=-]/gu;
const CJK = /[\u3040-\u9FFF]/u;

/** Missing from the lists: 裸 stands in 裸足 as well, "naked" in "naked shoulders". */
const NAKED = /\bnaked\b(?! (?:shoulders?|eyes?)\b)|裸(?![足眼肩色露子]|の肩)|全裸|半裸/gu;
/** Words that keep out what follows them. */
const DENIALS = new Set(['no', 'not', 'without', 'non', 'never']);
const DENIED_BEFORE = /(?:不要|禁止|别|別|没有|沒有|不|无|無)$/u;
const DENIED_AFTER = /^(?:なし|無し|禁止|ではない|じゃない|はng)/u;

/** True if a normalised text asks for something that is on a kept list of sexual words and slurs, or for a child beside less. */
export function isSensitive(text: string): boolean {
  const known = (lists ??= buildLists());
  const { spaced } = known;
  const hasCjk = CJK.test(text);
  const words = (text.includes('sex') ? text.replace(SHEET_KEY, ' ') : text).match(WORD) ?? [];
  return (
    words.some((_, at) => isListed(words, at, spaced)) ||
    (hasCjk && hasUnspaced(text, known)) ||
    isNaked(text) ||
    isOfMinor(text, words, hasCjk)
  );
}

/** True if an entry of the lists begins at a word and nothing before it denies it. */
function isListed(words: readonly string[], at: number, spaced: Lists['spaced']): boolean {
  const entries = spaced.get(words[at] ?? '');
  if (entries === undefined || DENIALS.has(words[at - 1] ?? '')) return false;
  const ahead = ` ${words.slice(at, at + MOST_WORDS).join(' ')} `;
  return entries.some((entry) => ahead.startsWith(` ${entry} `));
}

function hasUnspaced(text: string, { unspaced, begins }: Lists): boolean {
  if (text.search(begins) < 0) return false;
  for (const { index, 0: first } of text.matchAll(begins)) {
    const found = unspaced.get(first)?.find((entry) => text.startsWith(entry, index));
    if (found !== undefined && !isKeptOut(text, index, index + found.length)) return true;
  }
  return false;
}

function isNaked(text: string): boolean {
  if (!text.includes('naked') && !text.includes('裸')) return false;
  return [...text.matchAll(NAKED)].some(
    ({ index, 0: found }) => !isKeptOut(text, index, index + found.length),
  );
}

/** True if a word right beside text[start..end) denies it. */
function isKeptOut(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const [last = ''] = before.match(WORD)?.slice(-1) ?? [];
  return DENIED_BEFORE.test(before) || DENIALS.has(last) || DENIED_AFTER.test(after);
}
