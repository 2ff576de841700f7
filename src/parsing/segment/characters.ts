/** The scanner's class of a UTF-16 code unit. */
export type CharacterKind = 'word' | 'han' | 'kana' | 'space' | 'joint' | 'boundary' | 'other';

/** Enclosing marks count as spaces, so that "(blue) hair" and "blue hair" read alike. */
const SPACES = ' \t\u00A0\u3000()[]{}<>"`*「」『』【】〈〉《》〔〕~〜@^\\$%';
const JOINTS = '-_・·';
const BOUNDARIES = ',;.!?\n\r|、。，；！？…｡।';
const CODE_UNITS = 0x1_0000;
/** Kinds by their number in the table; surrogates and everything that no rule names are `other`. */
const KINDS: readonly CharacterKind[] = [
  'other',
  'word',
  'han',
  'kana',
  'space',
  'joint',
  'boundary',
];

let table: Uint8Array | undefined;

/** The number of each code unit's kind: one look-up a character, whatever the text is made of. */
function getTable(): Uint8Array {
  table ??= buildTable();
  return table;
}

/** Every code unit at its own index, surrogates replaced. */
function listCodeUnits(): string {
  const codes = new Uint16Array(CODE_UNITS);
  for (let code = 0; code < CODE_UNITS; code += 1) codes[code] = code;
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes.fill(0, 0xd800, 0xe000));
}

function buildTable(): Uint8Array {
  const kinds = new Uint8Array(CODE_UNITS);
  const set = (kind: CharacterKind, first: number, last = first): void => {
    kinds.fill(KINDS.indexOf(kind), first, last + 1);
  };
  for (const { index, 0: run } of listCodeUnits().matchAll(/[\p{L}\p{N}]+/gu))
    set('word', index, index + run.length - 1);
  set('space', 0, 0x1f);
  set('han', 0x3400, 0x4dbf);
  set('han', 0x4e00, 0x9fff);
  set('kana', 0x3041, 0x30ff);
  set('word', 0x27);
  for (const character of '々〆') set('han', character.charCodeAt(0));
  for (const character of BOUNDARIES) set('boundary', character.charCodeAt(0));
  for (const character of JOINTS) set('joint', character.charCodeAt(0));
  for (const character of SPACES) set('space', character.charCodeAt(0));
  return kinds;
}

/** The kind of one UTF-16 code unit; surrogates are `other`. */
export function characterKind(code: number): CharacterKind {
  return KINDS[getTable()[code] ?? 0] ?? 'other';
}

/** True if a code unit can stand inside a word that spaces delimit. */
export function isWordCode(code: number): boolean {
  return characterKind(code) === 'word';
}

/** True if a code unit is a Han character or kana: of words that no spaces delimit. */
export function isCjkCode(code: number): boolean {
  const kind = characterKind(code);
  return kind === 'han' || kind === 'kana';
}

/** True if a text is written in Han characters or kana only. */
export function isCjk(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (!isCjkCode(text.charCodeAt(index))) return false;
  }
  return text.length > 0;
}

const JAPANESE_ONLY = /[\u3041-\u30FF髪黒緑桜銀髭]/u;
const CHINESE_ONLY = /[的发髮头頭们們绿蓝红长马银劉刘个個吗這这她他]/u;

/** True if a text with Han characters reads as Chinese rather than Japanese. */
export function isChinese(text: string): boolean {
  return CHINESE_ONLY.test(text) && !JAPANESE_ONLY.test(text);
}
