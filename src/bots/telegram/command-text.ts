/** A command as people type it. */
export interface TypedCommand {
  readonly name: string;
  /** The bot it is meant for, where it says so: `/show@some_bot 3`. */
  readonly botUsername?: string;
  readonly rest: string;
}

/** Splits `/name@bot rest`; undefined for a text that is no command. */
export function parseCommand(text: string): TypedCommand | undefined {
  const match = /^\/([a-z0-9_-]{1,40})(?:@(\w+))?(?:\s+|$)([\s\S]*)$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, name = '', botUsername, rest = ''] = match;
  const command = { name: name.toLowerCase().replaceAll('-', '_'), rest: rest.trim() };
  return botUsername === undefined ? command : { ...command, botUsername };
}

export interface PullText {
  readonly description: string;
  readonly count?: number;
  readonly seed?: number;
}

/** `x4 silver hair seed:7`, the options anywhere. Ranges are the game's to check. */
export function parsePullText(text: string): PullText {
  const count = takeOption(text, /(?<=^|\s)[x×](\d{1,3})(?=\s|$)/i);
  const seed = takeOption(count.text, /(?<=^|\s)seed[:=]\s?(\d{1,12})(?=\s|$)/i);
  return {
    description: seed.text,
    ...(count.value === undefined ? {} : { count: Number(count.value) }),
    ...(seed.value === undefined ? {} : { seed: Number(seed.value) }),
  };
}

/** Takes `60%` out of a text, as a fraction. */
export function takePercent(text: string): { text: string; fraction?: number } {
  const percent = takeOption(text, /(?<=^|\s)(\d{1,3})\s?[%％](?=\s|$)/);
  return percent.value === undefined
    ? { text: percent.text }
    : { text: percent.text, fraction: Number(percent.value) / 100 };
}

/** Takes one of some words out of a text. */
export function takeWord(text: string, words: readonly string[]): { text: string; word?: string } {
  const taken = takeOption(text, new RegExp(`(?<=^|\\s)(${words.join('|')})(?=\\s|$)`, 'i'));
  return taken.value === undefined
    ? { text: taken.text }
    : { text: taken.text, word: taken.value.toLowerCase() };
}

/** Splits off the first word, or the first few in quotation marks. */
export function takeReference(text: string): { reference: string; rest: string } {
  const match = /^(?:["“”「『]([^"“”」』]+)["“”」』]|#?(\S+))\s*([\s\S]*)$/.exec(text.trim());
  return { reference: match?.[1] ?? match?.[2] ?? '', rest: match?.[3] ?? '' };
}

/** Whether a reference can only mean a favourite's number. */
export function isNumber(reference: string): boolean {
  return /^\d{1,9}$/.test(reference);
}

function takeOption(text: string, pattern: RegExp): { text: string; value?: string } {
  const match = pattern.exec(text);
  const value = match?.[1];
  if (match === null || value === undefined) return { text: text.trim() };
  const around = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { text: around.replaceAll(/[^\S\n]+/g, ' ').trim(), value };
}
