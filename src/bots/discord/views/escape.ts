/** Line breaks, other control characters, and marks that turn the direction of writing. */
const invisible = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Escapes a person's words for use inside a message: no markdown, no mention, no link, one line.
 * Discord takes a backslash before every ASCII punctuation mark.
 */
export function escapeText(text: string, maxCharacters = 200): string {
  return shorten(plainText(text), maxCharacters).replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The same for labels, menus and alt text, where Discord reads no markdown. */
export function plainText(text: string): string {
  return text.replaceAll(invisible, ' ').trim();
}

/** Cuts by code points, so that no character is torn apart. */
export function shorten(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  let short = '';
  for (const character of text) {
    if (short.length + character.length > maxCharacters - 1) break;
    short += character;
  }
  return `${short}…`;
}
