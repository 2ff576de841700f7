/** What a UTF-16 code unit is to the scanner. */
export type CharacterKind = 'word' | 'han' | 'kana' | 'space' | 'joint' | 'boundary' | 'other';

/** Enclosing marks count as spaces, so that "(blue) hair" and "blue hair" read alike. */
const SPACES = new Set(' \t\u00A0\u3000()[]{}<>"`*「」『』【】〈〉《》〔〕~〜@^\\$%');
const JOINTS = new Set('-_・·');
const BOUNDARIES = new Set(',;.!?\n\r|、。，；！？…｡।');
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function classify(code: number): CharacterKind {
  const character = String.fromCharCode(code);
  if (SPACES.has(character)) return 'space';
  if (JOINTS.has(character)) return 'joint';
  if (BOUNDARIES.has(character)) return 'boundary';
  if (character === "'") return 'word';
  if (code >= 0x3041 && code <= 0x30ff) return 'kana';
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) return 'han';
  if (character === '々' || character === '〆') return 'han';
  if (code < 0x20) return 'space';
  return LETTER_OR_DIGIT.test(character) ? 'word' : 'other';
}

const KINDS: readonly CharacterKind[] = [
  'word',
  'han',
  'kana',
  'space',
  'joint',
  'boundary',
  'other',
];

/** One more than the index into KINDS for each code unit that was met; 0 for the others. */
const met = new Uint8Array(0x1_0000);

/** The kind of one UTF-16 code unit; surrogates are `other`. */
export function characterKind(code: number): CharacterKind {
  const known = met[code] ?? 0;
  if (known > 0) return KINDS[known - 1] ?? 'other';
  const kind = classify(code);
  met[code] = KINDS.indexOf(kind) + 1;
  return kind;
}

/** Whether a code unit can stand inside a word that spaces delimit. */
export function isWordCode(code: number): boolean {
  return characterKind(code) === 'word';
}

/** Whether a text is written in Han characters or kana only. */
export function isCjk(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const kind = characterKind(text.charCodeAt(index));
    if (kind !== 'han' && kind !== 'kana') return false;
  }
  return text.length > 0;
}

const JAPANESE_ONLY = /[\u3041-\u30FF髪黒緑桜銀髭]/u;
const CHINESE_ONLY = /[的发髮头頭们們绿蓝红长马银劉刘个個吗這这她他]/u;

/** Whether a text with Han characters reads as Chinese rather than Japanese. */
export function isChinese(text: string): boolean {
  return CHINESE_ONLY.test(text) && !JAPANESE_ONLY.test(text);
}
