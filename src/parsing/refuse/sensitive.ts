import english from 'naughty-words/en.json' with { type: 'json' };
import japanese from 'naughty-words/ja.json' with { type: 'json' };
import chinese from 'naughty-words/zh.json' with { type: 'json' };
import { isLexiconEntry } from '../lexicon/lexicon-index.js';
import { normalizeText } from '../normalize/normalize-text.js';
import { isCjk } from '../segment/characters.js';

/** Entries of the library's lists that say nothing improper by themselves. */
const ORDINARY = new Set(
  (
    'girl on,girl on top,tongue in a,xx,eunuch,escort,domination,lolita,swastika,sexy,suck,sucks,' +
    'strip club,quim,poof,spunk,snowballing,how to kill,how to murder,' +
    '嫌い,人種,女装,ホモ,グロ,デブ,なめ,誘惑,両性,両刀,卍,宦官,奴隷,拷問,支配,噴出,覗き,縛り,剃毛,人妻,お尻,糞,変態,' +
    '裸,脱衣,刑務所,殺人,自殺'
  ).split(','),
);

/** Longest run of words that the lists hold. */
const MOST_WORDS = 5;

interface Lists {
  /** Entries of words that spaces delimit, by their first word. */
  readonly spaced: ReadonlyMap<string, readonly string[]>;
  /** The others, as one pattern. */
  readonly unspaced: RegExp;
}

let lists: Lists | undefined;

function buildLists(): Lists {
  const spaced = new Map<string, string[]>();
  const unspaced: string[] = [];
  for (const entry of [...english, ...japanese, ...chinese].map(normalizeText)) {
    // What the lexicon reads is told as it is ("big breasts"): it is no request for more than a face.
    if (ORDINARY.has(entry) || entry.split(' ').every(isLexiconEntry)) continue;
    if (isCjk(entry.slice(0, 1))) {
      if (entry.length > 1) unspaced.push(escapePattern(entry));
    } else append(spaced, entry);
  }
  return { spaced, unspaced: new RegExp(unspaced.join('|'), 'u') };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}

function append(map: Map<string, string[]>, entry: string): void {
  const [first = ''] = entry.match(WORD) ?? [];
  const list = map.get(first);
  if (list === undefined) map.set(first, [entry]);
  else list.push(entry);
}

const WORD = /[\p{L}\p{N}']+/gu;
/** "Sex: female" is a line of a character sheet. */
const SHEET_KEY = /\bsex\s*[:=-]/gu;
const CJK = /[\u3040-\u9FFF]/u;

/** True if a normalised text holds a word that is on a kept list of sexual words and slurs. */
export function isSensitive(text: string): boolean {
  lists ??= buildLists();
  if (CJK.test(text) && lists.unspaced.test(text)) return true;
  const words = text.replace(SHEET_KEY, ' ').match(WORD) ?? [];
  for (const [at, word] of words.entries()) {
    const entries = lists.spaced.get(word);
    if (entries === undefined) continue;
    const ahead = ` ${words.slice(at, at + MOST_WORDS).join(' ')} `;
    if (entries.some((entry) => ahead.startsWith(` ${entry} `))) return true;
  }
  return false;
}
