/** Longest text that is read; what lies beyond it is cut off before any work is done. */
export const MAX_READ_LENGTH = 10_000;

/** Marks that NFKC left uncomposed (variation selectors among them) and invisible format characters but ZWJ. */
const INVISIBLE = /(?:(?!\u200D)[\p{Mn}\p{Me}\p{Cf}])+/gu;

// oxlint-disable-next-line no-control-regex -- the fast path is ASCII, control characters included
const ASCII_ONLY = /^[\0-\x7F]*$/u;

/**
 * One spelling for what looks alike: full-width to ASCII, half-width kana to full, upper to lower case,
 * typographic quotes to plain ones. Runs in time linear in the text; unpaired surrogates pass through.
 */
export function normalizeText(text: string): string {
  const cut = text.length > MAX_READ_LENGTH ? text.slice(0, MAX_READ_LENGTH) : text;
  if (ASCII_ONLY.test(cut)) return cut.toLowerCase();
  return (
    cut
      .normalize('NFKC')
      // Compatibility characters can grow eighteenfold.
      .slice(0, MAX_READ_LENGTH)
      .replace(INVISIBLE, '')
      .toLowerCase()
      .replace(/[\u2018\u2019\u02BC]/gu, "'")
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
  );
}
