import { EMPTY_KEYS, NOUN_KEYS } from '../lexicon/headings.js';

/** A key at the start of a line or an item: up to three words, or a few characters, before a colon. */
const KEY =
  /(^|[\n,;/|•。；，、]|\s-\s)\s*(?:【([^】\n]{1,12})】[:：]?|((?:[a-z][a-z']{0,15}(?: [a-z]{1,12}){0,2})|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,6})\s*[:：](?=\s|[^ -~]|[a-z]{3}))/gu;

const BRACKETED = /\s*【/gu;

/**
 * Writes the keys of a character sheet into the items that they govern: "Hair: long, silver / Eyes: blue" becomes
 * "hair: long, hair: silver" and "eyes: blue" on lines of their own. Normalised text in and out, linear in it.
 *
 * @param isKnown whether a key is a word that the lexicon reads by itself, such as "expression" or "name"
 */
export function readSheet(text: string, isKnown: (key: string) => boolean): string {
  const marked = markBrackets(text);
  const keys = [...marked.matchAll(KEY)];
  if (keys.length === 0) return marked;
  let read = marked.slice(0, keys[0]?.index);
  for (const [at, match] of keys.entries()) {
    const key = (match[2] ?? match[3] ?? '').trim();
    const value = marked.slice(match.index + match[0].length, keys[at + 1]?.index);
    read += isPhrase(key, isKnown)
      ? `${match[1] ?? ''} ${key}, ${value}`
      : `\n${readEntry(key, value, isKnown(key))}`;
  }
  return read;
}

const SQUARE = /\s*\[([^\]\n]{1,16})\][:：]?/gu;

/** Keys in 【brackets】 begin lines; of those in [square ones], which weigh the tags of a prompt, only known keys do. */
function markBrackets(text: string): string {
  const isKey = (key: string): boolean => NOUN_KEYS.has(key) || EMPTY_KEYS.has(key);
  const squared = text.includes('[')
    ? text.replace(SQUARE, (whole, key: string) =>
        isKey(key.trim()) ? `\n【${key.trim()}】` : whole,
      )
    : text;
  return squared.includes('【') ? squared.replace(BRACKETED, '\n【') : squared;
}

const DENIAL = /^\s*(?:none|no|n\/a|-|无|無|没有|沒有|なし)\s*(?:[,;.。]|$)/mu;

/** Keys whose value says of what kind the ears are: "ears: cat", 耳朵：猫. */
const EARS = /^(?:ears?|耳朵?)$/u;
const FIRST_ITEM = /^\s*[^,;.。，；、\n]+/u;

/** The last word of "shirt colour: white", behind which the value says what the first is. */
const ASPECT = / (?:colou?r|style|length|size|shape|type|tone)$/u;

/** "crybaby prince: green eyes" has no key but a description before its colon; "Rin: green eyes" only names somebody. */
function isPhrase(key: string, isKnown: (key: string) => boolean): boolean {
  const isKey = NOUN_KEYS.has(key) || EMPTY_KEYS.has(key) || isKnown(key) || ASPECT.test(key);
  return !isKey && key.includes(' ') && key.split(' ').some(isKnown);
}

function readEntry(key: string, value: string, isKnown: boolean): string {
  if (EARS.test(key) && !DENIAL.test(value) && !/ear|耳/u.test(value))
    return value.replace(FIRST_ITEM, (kind) => kind + (key.startsWith('ear') ? ' ears' : '耳'));
  if (NOUN_KEYS.has(key)) {
    const items = value.split(/[,、，]/u).filter((item) => item.trim() !== '');
    return items.map((item) => `${key}: ${item.trim()}`).join(', ');
  }
  // "accessories: none" denies them.
  const isDenied = isKnown && DENIAL.test(value);
  const isAspect = ASPECT.test(key);
  if (!isDenied && (EMPTY_KEYS.has(key) || !(isKnown || isAspect))) return value;
  return `${key}: ${value}`;
}
