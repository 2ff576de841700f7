/**
 * Cleans people's words so that they can be stored in any database and shown on any platform: no control
 * characters, no half surrogates, nothing that turns the direction of the text around it, white
 * space in single spaces. Markup is left as it is: the front end knows its own.
 */
export function cleanText(text: string, maxLength: number): string {
  const cleaned = text
    .normalize('NFC')
    // Cc: controls; bidirectional overrides and isolates; invisible fillers; the replacement character.
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(
      /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\p{Cn}\p{Co}\p{Cs}]/gu,
      '',
    )
    .replace(/\s+/gu, ' ')
    .trim();
  return cutText(cleaned, maxLength);
}

/** At most so many characters, without cutting one in half. */
function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text.slice(0, maxLength * 8),
  );
  let cut = '';
  let count = 0;
  for (const { segment } of characters) {
    // A single character may carry hundreds of marks: they count too.
    if (count >= maxLength || cut.length + segment.length > maxLength * 4) break;
    cut += segment;
    count += 1;
  }
  return cut.trim();
}

/** For comparing names: width, case and compatibility forms do not matter. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
