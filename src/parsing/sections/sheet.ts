/** Keys of character sheets whose whole value is about one noun: each of its items is read beside it. */
const NOUN_KEYS: ReadonlySet<string> = new Set(
  (
    'hair, hair color, hair colour, hair style, hairstyle, hair length, eyes, eye color, eye colour, eye, skin, ' +
    'skin tone, bangs, 发色, 髮色, 头发, 頭髮, 发型, 髮型, 发长, 髮長, 瞳色, 眼睛, 眼色, 眸色, 瞳, 肤色, 膚色, 刘海, 劉海, ' +
    '髪, 髪色, 髪型, 髪の色, 髪の長さ, 目, 目の色, 瞳の色, 肌, 肌の色, 前髪'
  ).split(', '),
);

/** Keys that name nothing to draw: what follows speaks for itself. */
const EMPTY_KEYS: ReadonlySet<string> = new Set(
  (
    'gender, sex, appearance, looks, look, description, features, feature, extras, extra, details, traits, character, ' +
    'clothing, clothes, attire, outfit, accessories, species, race, class, ' +
    '性别, 性別, 外貌, 外观, 外觀, 长相, 長相, 特征, 特徵, 服装, 服裝, 衣着, 衣著, 种族, 種族, 配饰, 配飾, ' +
    '外見, 容姿, 見た目, 特徴, 服, 衣装, 種族, アクセサリー'
  ).split(', '),
);

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
  const marked = text.includes('【') ? text.replace(BRACKETED, '\n【') : text;
  const keys = [...marked.matchAll(KEY)];
  if (keys.length === 0) return marked;
  let read = marked.slice(0, keys[0]?.index);
  for (const [at, match] of keys.entries()) {
    const key = (match[2] ?? match[3] ?? '').trim();
    const value = marked.slice(match.index + match[0].length, keys[at + 1]?.index);
    read += `\n${readEntry(key, value, isKnown(key))}`;
  }
  return read;
}

function readEntry(key: string, value: string, isKnown: boolean): string {
  if (NOUN_KEYS.has(key)) {
    const items = value.split(/[,、，]/u).filter((item) => item.trim() !== '');
    return items.map((item) => `${key}: ${item.trim()}`).join(', ');
  }
  if (EMPTY_KEYS.has(key) || !isKnown) return value;
  return `${key}: ${value}`;
}
