import { NEGATIVE_HEADINGS, NOUN_KEYS, SETTING_HEADINGS } from '../lexicon/headings.js';

/** A stretch of a description that is asked for, or that must not be drawn. */
export interface Section {
  readonly text: string;
  readonly isNegative: boolean;
}

/** A pattern of any of some words, the longest first. */
function anyOf(words: ReadonlySet<string>): string {
  return [...words].toSorted((one, other) => other.length - one.length).join('|');
}

/** A heading of what must not be drawn, or a flag that says so. */
const NEGATIVE_HEADING = new RegExp(
  String.raw`(?:(?:${anyOf(NEGATIVE_HEADINGS)})\s*[:=]|(?<![\p{L}\p{N}-])--(?:no|neg|negative)(?![\p{L}\p{N}]))`,
  'gu',
);

/** Patterns that end such a section: another flag or a positive heading. */
const POSITIVE_HEADING =
  /(?:(?<![\p{L}\p{N}-])--(?!no(?![\p{L}\p{N}])|neg)[a-z]+|(?<!negative )(?<!negative)\b(?:positive )?prompts?\s*:|\bpositives?\s*:|(?<!负面)(?<!負面)(?<!反向)(?:正面|正向)?提示[词詞]\s*:)/gu;

/** The settings of an image generator, to the end of their line or the next heading. */
const SETTINGS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?!steps\s*[:=]\s*[^\d\s])(?:${anyOf(SETTING_HEADINGS)})\s*[:=][^\n]*?(?=\n|$|(?:${anyOf(NEGATIVE_HEADINGS)})\s*:|\bprompts?\s*:)`,
  'gu',
);

/** Leaves out "Steps: 20, Sampler: Euler a, Seed: 1", which describes no face. Linear in the text. */
export function dropSettings(text: string): string {
  return text.replace(SETTINGS, '\n');
}

/** Splits a normalised text at the headings of what is wanted and what is not. Linear in the text. */
export function splitSections(text: string): Section[] {
  const turns = [
    ...Array.from(text.matchAll(NEGATIVE_HEADING), (match) => ({ match, isNegative: true })),
    ...Array.from(text.matchAll(POSITIVE_HEADING), (match) => ({ match, isNegative: false })),
  ].sort((one, other) => one.match.index - other.match.index);
  const sections: Section[] = [];
  let from = 0;
  let isNegative = false;
  for (const turn of turns) {
    sections.push({ text: text.slice(from, turn.match.index), isNegative });
    // A flag's or setting's own words are read as before; a heading of unwanted things is dropped.
    from = turn.match.index + (turn.isNegative ? turn.match[0].length : 0);
    ({ isNegative } = turn);
  }
  sections.push({ text: text.slice(from), isNegative });
  return sections.filter((section) => section.text.trim() !== '');
}

const ITEM_END = /[,;、，；\n|]/u;

/** "hat, blue hair" as what is denied: "no hat, no blue hair". */
export function denyItems(text: string): string {
  return text
    .split(ITEM_END)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => `no ${item}`)
    .join(', ');
}

/** "red hair, -hat, +smile": signs before items of a list, as prompts write them. A line that begins with one is a bullet. */
export function readSigns(text: string): string {
  return text
    .replace(/(?<=[,;，；、]\s*)-(?=\p{L})/gu, 'no ')
    .replace(/(?<=[,;，；、]\s*)\+(?=\p{L})/gu, '')
    .replace(/\s*::+\s*(?:-?\d+(?:\.\d+)?)?/gu, ', ');
}

const HUES = '红紅赤蓝藍绿綠碧翠紫金银銀黑白灰棕褐橙粉青黄黃';
/** 一蓝一绿, 一只金色一只紫色 */
const PAIR = new RegExp(
  `一[只隻边邊个個眼]?是?([${HUES}])色?[,，、]?一[只隻边邊个個眼]?是?([${HUES}])色?`,
  'gu',
);

/** Two eyes told one by one in Chinese, as the two colours that they are. */
export function readPairs(text: string): string {
  return text.includes('一') ? text.replace(PAIR, '$1色 $2色') : text;
}

const KEYS = anyOf(new Set([...NOUN_KEYS, 'mouth', 'expression', 'outfit', 'accessories', 'look']));
const DASHED = new RegExp(String.raw`(^|[\n,;/|•.]\s*)(${KEYS})\s*(?:\s-\s|\.{2,}|=>|>)\s*`, 'gu');
const BRACKETED = new RegExp(String.raw`(?<=^|[\n,;/|•.)]\s*)(${KEYS})\s*\(([^()\n]*)\)`, 'gu');

/** "HAIR - PURPLE", "Hair....black", "hair (orange, long)": keys of a sheet as before colons. */
export function readDashes(text: string): string {
  const dashed = /- |\.\.|>/u.test(text) ? text.replace(DASHED, '$1$2: ') : text;
  if (!dashed.includes('(')) return dashed;
  return dashed.replace(BRACKETED, '$1: $2\n');
}
