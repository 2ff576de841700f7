import { cleanText, foldText } from '../typed-commands/clean-text.js';

const MAX_TAG_LENGTH = 30;

/**
 * A tag as it is stored and compared: folded, without its `#`, cut to 30 characters. A tag that went
 * through this comes out the same again; empty where nothing of the text can be shown.
 */
export function foldTag(text: string): string {
  const folded = foldText(cleanText(text, text.length)).replace(/^[#\s]+/u, '');
  return cleanText(folded, MAX_TAG_LENGTH);
}
