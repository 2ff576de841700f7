import { NotFoundError, UserInputError } from '../../errors/app-error.js';
import type { Subject } from '../../services/subject.js';

/** What a line in the chat box asks for: an action of the page and its input. */
export interface TextCommand {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Tells share codes from names; undefined when there is none in the text. */
export type FindCode = (text: string) => string | undefined;

/**
 * Reads a line as a command, `/gacha blonde x10`; a line without a slash is a description to pull.
 * @throws UserInputError `command-unknown`, NotFoundError `favourite-not-found` (none is named)
 */
export function readCommand(line: string, findCode: FindCode): TextCommand {
  const text = line.trim().replace(/^／/, '/');
  if (!text.startsWith('/')) {
    return STOP_WORDS.has(text.toLowerCase()) ? { action: 'stop', input: {} } : readPull(text);
  }
  const [, word = '', rest = ''] = /^\/([^\s@]*)(?:@\S*)?\s*([\s\S]*)$/.exec(text) ?? [];
  const reader = READERS[COMMANDS.get(word.toLowerCase().replaceAll('_', '-')) ?? ''];
  if (reader === undefined) {
    throw new UserInputError('command-unknown', `expected a command, got ${word.length} letters`);
  }
  return reader(rest.trim(), findCode);
}

type Reader = (rest: string, findCode: FindCode) => TextCommand;

const READERS: Readonly<Record<string, Reader>> = {
  gacha: readPull,
  endless: (description) => ({ action: 'endless', input: { wish: { description } } }),
  stop: () => ({ action: 'stop', input: {} }),
  morph: readMorph,
  change: readChange,
  vary: readVary,
  blend: readBlend,
  favorites: readFavorites,
  show: (rest) => ({ action: 'show', input: { favorite: takeReference(rest).reference } }),
  name: (rest) => {
    const { reference, left } = takeReference(rest);
    return { action: 'name', input: { favorite: reference, name: unquote(left) } };
  },
  tag: (rest) => {
    const { reference, left } = takeReference(rest);
    const tags = left.split(/[\s,、，]+/).filter((tag) => tag !== '');
    return { action: 'tag', input: { favorite: reference, tags } };
  },
  drop: (rest) => ({ action: 'drop', input: { favorite: takeReference(rest).reference } }),
  redraw: (code) => ({ action: 'redraw', input: { code } }),
  family: (rest, findCode) => ({
    action: 'family',
    input: { subject: takeSubject(rest, findCode).subject },
  }),
  privacy: readPrivacy,
  export: () => ({ action: 'export', input: {} }),
  'forget-me': () => ({ action: 'forget-me', input: {} }),
  help: () => ({ action: 'help', input: {} }),
};

/** Other ways to write a command, the languages' own words among them. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  gacha: ['g', 'pull', 'ガチャ', '扭蛋', '轉蛋', '抽'],
  endless: ['mugen', '無限', '无限'],
  stop: ['止める', '停'],
  morph: ['変える', '变身', '變身'],
  change: ['属性変更', '改'],
  vary: ['similar', '似た顔', '相似'],
  blend: ['mix', 'かけあわせ', '融合'],
  favorites: ['favourites', 'favs', 'fav', 'gallery', '生成一覧', 'お気に入り', '收藏'],
  drop: ['remove'],
  'forget-me': ['forgetme', 'forget'],
  help: ['start', '?', 'ヘルプ', '帮助', '說明'],
};

const COMMANDS = new Map<string, string>([
  ...Object.keys(READERS).map((name) => [name, name] as const),
  ...Object.entries(ALIASES).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
]);

const STOP_WORDS = new Set(['stop', '止めて', 'ストップ', '停', '停下']);

const COUNT =
  /(?:^|\s)(?:[x×](\d{1,3})|(\d{1,3})(?:x|×|連|连)|(?:--)?count[:= ](\d{1,3}))(?=\s|$)/iu;
const SEED = /(?:^|\s)(?:--)?seed[:= ](\d{1,12})(?=\s|$)/iu;
const SHARE = /(?:^|\s)(\d{1,3}(?:\.\d+)?)\s?[%％](?=\s|$)/u;

function readPull(text: string): TextCommand {
  const count = COUNT.exec(text);
  const seed = SEED.exec(text);
  const description = text.replace(COUNT, ' ').replace(SEED, ' ').trim();
  const number = count?.slice(1).find((group) => group !== undefined);
  return {
    action: 'pull',
    input: {
      wish: { description },
      ...(number === undefined ? {} : { count: Number(number) }),
      ...(seed === null ? {} : { seed: Number(seed[1]) }),
    },
  };
}

function readMorph(rest: string, findCode: FindCode): TextCommand {
  const { subject, left } = takeSubject(rest, findCode);
  const isAnimated = ANIMATE.test(left);
  const { share, left: description } = takeShare(left.replace(ANIMATE, ' '));
  return {
    action: isAnimated ? 'animate' : 'morph',
    input: { subject, wish: { description }, ...(share === undefined ? {} : { strength: share }) },
  };
}

const ANIMATE = /(?:^|\s)(?:animate|gif|アニメ|動かす|动起来|動起來)(?=\s|$)/iu;

function readChange(rest: string): TextCommand {
  const [numbers = ''] = /^(?:#?\d+[\s,、，]+)+/.exec(rest) ?? [];
  const favorites = numbers.match(/\d+/g) ?? [];
  const { share, left } = takeShare(rest.slice(numbers.length));
  return {
    action: 'change',
    input: {
      ...(favorites.length === 0 ? {} : { favorites: favorites.map(Number) }),
      wish: { description: left },
      ...(share === undefined ? {} : { strength: share }),
    },
  };
}

function readVary(rest: string, findCode: FindCode): TextCommand {
  const { subject, left } = takeSubject(rest, findCode);
  const amount = /^(?:strong|a lot|大|強|强)/i.test(left) ? 'strong' : 'subtle';
  return { action: 'vary', input: { subject, amount } };
}

function readBlend(rest: string, findCode: FindCode): TextCommand {
  const first = takeSubject(rest, findCode);
  const second = takeSubject(first.left.replace(/^[+＋×&]\s*/u, ''), findCode);
  const { share, left: description } = takeShare(second.left);
  return {
    action: 'blend',
    input: {
      first: first.subject,
      second: second.subject,
      ...(share === undefined ? {} : { ratio: share }),
      ...(description === '' ? {} : { wish: { description } }),
    },
  };
}

function readFavorites(rest: string): TextCommand {
  const page = /(?:^|\s)page[:= ](\d{1,6})(?=\s|$)/i.exec(rest);
  const tag = /(?:^|\s)(?:tag:|#)(\p{L}\S*)/iu.exec(rest);
  const search = rest
    .replace(page?.[0] ?? '', ' ')
    .replace(tag?.[0] ?? '', ' ')
    .trim();
  return {
    action: 'favorites',
    input: {
      ...(page === null ? {} : { page: Math.max(1, Number(page[1])) }),
      ...(tag === null ? {} : { tag: tag[1] }),
      ...(search === '' ? {} : { search: unquote(search) }),
    },
  };
}

function readPrivacy(rest: string): TextCommand {
  if (rest === '') return { action: 'privacy', input: {} };
  return { action: 'privacy', input: { allowsBlending: /^(?:open|on|yes|allow)/i.test(rest) } };
}

const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|「([^」]+)」)\s*/u;

/** The favourite that a line begins with: a number, a word, or several in quotes. */
function takeReference(rest: string): { readonly reference: string; readonly left: string } {
  const quoted = QUOTED.exec(rest);
  const matched = quoted ?? /^(\S+)\s*/.exec(rest);
  const reference = matched?.slice(1).find((group) => group !== undefined);
  if (matched === null || reference === undefined) {
    throw new NotFoundError('favourite-not-found', 'expected a favourite, got nothing');
  }
  return { reference, left: rest.slice(matched[0].length).trim() };
}

function takeSubject(
  rest: string,
  findCode: FindCode,
): { readonly subject: Subject; readonly left: string } {
  const { reference, left } = takeReference(rest);
  const code = findCode(reference);
  return { subject: code === undefined ? { favorite: reference } : { code }, left };
}

/** “60%” anywhere in a line, as 0.6. */
function takeShare(text: string): { readonly share?: number; readonly left: string } {
  const matched = SHARE.exec(text);
  const left = text.replace(SHARE, ' ').trim();
  return matched === null ? { left } : { share: Number(matched[1]) / 100, left };
}

function unquote(text: string): string {
  const quoted = QUOTED.exec(text);
  return quoted === null || quoted[0].length < text.length
    ? text
    : (quoted.slice(1).find((group) => group !== undefined) ?? text);
}
