import { isCjk } from './characters.js';

/** Words side by side as they were written: CJK without spaces. */
export function joinTexts(tokens: readonly { readonly text: string }[]): string {
  return tokens.reduce((text, token) => {
    if (text === '') return token.text;
    return isCjk(text.slice(-1)) && isCjk(token.text.slice(0, 1))
      ? text + token.text
      : `${text} ${token.text}`;
  }, '');
}
