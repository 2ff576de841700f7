/** The rest of a text after something was taken out of it. */
interface Taken {
  readonly text: string;
}

/** A typed pull, taken apart. */
export interface PullText {
  readonly description: string;
  readonly count?: number;
  readonly seed?: number;
}

const COUNT =
  /(?:^|\s)(?:[x×](\d{1,3})|(\d{1,3})(?:x|×|連|连)|(?:--)?count[:= ](\d{1,3}))(?=\s|$)/iu;
const SEED = /(?:^|\s)(?:--)?seed(?:[:=]\s?| )(\d{1,12})(?=\s|$)/iu;
const SHARE = /(?:^|\s)(\d{1,3}(?:\.\d+)?)\s?[%％](?=\s|$)/u;
const ANIMATE = /(?:^|\s)(animate|gif|アニメ|動かす|动起来|動起來)(?=\s|$)/iu;
const AMOUNT = /(?:^|\s)(?:(strong|a lot|大|強く?|强)|(?:subtle|a little))(?=\s|$)/iu;
const PAGE = /(?:^|\s)page[:= ](\d{1,6})(?=\s|$)/i;
const TAG = /(?:^|\s)(?:tag:|[#＃])(\p{L}\S*)/iu;
const NUMBERS = /^(?:[#＃]?\d{1,9}(?:[\s,、，]+|$))+/;
const BETWEEN = /[\s,、，]+/;
const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』)\s*/u;

/** `x4 silver hair seed:7`, the options anywhere. Ranges are the game's to check. */
export function readPullText(text: string): PullText {
  const count = take(text, COUNT);
  const seed = take(count.text, SEED);
  return {
    description: seed.text,
    ...(count.value === undefined ? {} : { count: Number(count.value) }),
    ...(seed.value === undefined ? {} : { seed: Number(seed.value) }),
  };
}

/** Takes `60%` out of a text, as 0.6. */
export function takeShare(text: string): Taken & { readonly share?: number } {
  const { value, text: left } = take(text, SHARE);
  return value === undefined ? { text: left } : { text: left, share: Number(value) / 100 };
}

/** Takes the word out of a text that asks for an animation. */
export function takeAnimate(text: string): Taken & { readonly isAnimated: boolean } {
  const { value, text: left } = take(text, ANIMATE);
  return { text: left, isAnimated: value !== undefined };
}

/** Takes out of a text how different the neighbours of a face shall be. */
export function takeAmount(text: string): Taken & { readonly amount: 'subtle' | 'strong' } {
  const { value, text: left } = take(text, AMOUNT);
  return { text: left, amount: value === undefined ? 'subtle' : 'strong' };
}

/** Splits off the first word, or the first few in quotation marks, without the sign of a number. */
export function takeReference(text: string): { readonly reference: string; readonly rest: string } {
  const trimmed = text.trim();
  const quoted = QUOTED.exec(trimmed);
  const matched = quoted ?? /^[#＃]?(\S+)\s*/.exec(trimmed);
  const reference = matched?.slice(1).find((group) => group !== undefined) ?? '';
  return { reference, rest: trimmed.slice(matched?.[0].length ?? 0).trim() };
}

/** A reference that nothing follows, so that a name may hold spaces. */
export function wholeReference(text: string): string {
  const { reference, rest } = takeReference(text);
  return rest === '' ? reference : text.trim();
}

/** Takes the numbers that a text begins with, `1, #2 green eyes`. */
export function takeNumbers(text: string): Taken & { readonly numbers: readonly number[] } {
  const [begun = ''] = NUMBERS.exec(text.trim()) ?? [];
  const numbers = (begun.match(/\d+/g) ?? []).map(Number);
  return { numbers, text: text.trim().slice(begun.length).trim() };
}

/** `#quiet, 図書館` as words without their signs. */
export function readTags(text: string): readonly string[] {
  const words = text.split(BETWEEN).map((tag) => tag.replace(/^[#＃]/, ''));
  return words.filter((tag) => tag !== '');
}

/** Which favourites a text asks for: `#quiet page:2`, or part of a name. */
export function readFavoritesText(text: string): {
  readonly page?: number;
  readonly tag?: string;
  readonly search?: string;
} {
  const page = take(text, PAGE);
  const tag = take(page.text, TAG);
  const search = unquote(tag.text);
  return {
    ...(page.value === undefined ? {} : { page: Math.max(1, Number(page.value)) }),
    ...(tag.value === undefined ? {} : { tag: tag.value }),
    ...(search === '' ? {} : { search }),
  };
}

/** True for `open`, false for `closed`, undefined for anything else. */
export function readAllowsBlending(text: string): boolean | undefined {
  return text === '' ? undefined : /^(?:open|on|yes|allow)/i.test(text);
}

/** A text without the quotation marks around all of it. */
export function unquote(text: string): string {
  const quoted = QUOTED.exec(text);
  if (quoted === null || quoted[0].length < text.length) return text;
  return quoted.slice(1).find((group) => group !== undefined) ?? text;
}

/** True if a reference can only be a favourite's number. */
export function isNumber(reference: string): boolean {
  return /^\d{1,9}$/.test(reference);
}

/** Takes the first match out; `value` is what of it the pattern captured. */
function take(text: string, pattern: RegExp): { text: string; value?: string } {
  const match = pattern.exec(text);
  if (match === null) return { text: text.trim() };
  const around = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const left = around.replaceAll(/[^\S\n]+/g, ' ').trim();
  const value = match.slice(1).find((group) => group !== undefined);
  return value === undefined ? { text: left } : { text: left, value };
}
