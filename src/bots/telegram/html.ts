/** Telegram cuts nothing: a caption over its limit is refused. In characters a reader sees. */
export const CAPTION_LIMIT = 1024;
/** The same for a message of words. */
export const TEXT_LIMIT = 4096;

/** Makes any text harmless inside HTML. https://core.telegram.org/bots/api#html-style */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Shortens a plain text, not in the middle of a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept: string[] = [];
  let length = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += segment.length;
    if (length > limit - 1) break;
    kept.push(segment);
  }
  return `${kept.join('').trimEnd()}…`;
}

/** Lines, as many as fit, the first ones first. Plain text. */
export function fitLines(lines: readonly string[], limit: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines.filter((each) => each !== '')) {
    length += line.length + 1;
    if (length > limit) {
      if (kept.length === 0) kept.push(clip(line, limit));
      break;
    }
    kept.push(line);
  }
  return kept.join('\n');
}
