import { NotFoundError, UserInputError } from '../../../errors/app-error.js';
import type { PortraitReference } from '../../../game/portraits/portrait-reference.js';
import { splitCommand } from '../../../game/typed-commands/typed-command.js';
import * as typed from '../../../game/typed-commands/typed-options.js';

/** A line of the chat box as an action of the page and its input. */
export interface TextCommand {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Tells share codes from names; undefined when there is none in the text. */
export type FindCode = (text: string) => string | undefined;

/**
 * Reads a line as a command, `/gacha blonde x10`; a line without a slash is a description to pull,
 * a share code alone a face to draw again.
 * @throws UserInputError `command-unknown`, NotFoundError `favourite-not-found` (none is named)
 */
export function readCommand(line: string, findCode: FindCode): TextCommand {
  const text = line.trim();
  const command = splitCommand(text);
  if (command === undefined) {
    if (STOP_WORDS.has(text.toLowerCase())) return { action: 'stop', input: {} };
    const code = /\s/.test(text) ? undefined : findCode(text);
    return code === undefined ? readPull(text) : { action: 'redraw', input: { code } };
  }
  const { name, rest } = command;
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reader === undefined) {
    throw new UserInputError('command-unknown', `expected a command, got ${name.length} letters`);
  }
  return reader(rest, findCode);
}

type Reader = (rest: string, findCode: FindCode) => TextCommand;

const READERS: Readonly<Record<string, Reader>> = {
  gacha: readPull,
  endless: (description) => ({ action: 'endless', input: { prompt: { description } } }),
  stop: () => ({ action: 'stop', input: {} }),
  morph: readMorph,
  change: readChange,
  vary: readVary,
  blend: readBlend,
  favorites: (rest) => ({ action: 'favorites', input: typed.readFavoritesText(rest) }),
  show: (rest) => ({ action: 'show', input: { favorite: takeReference(rest).reference } }),
  name: (text) => {
    const { reference, rest } = takeReference(text);
    return { action: 'name', input: { favorite: reference, name: typed.unquote(rest) } };
  },
  tag: (text) => {
    const { reference, rest } = takeReference(text);
    return { action: 'tag', input: { favorite: reference, tags: typed.readTags(rest) } };
  },
  drop: (rest) => ({ action: 'drop', input: { favorite: takeReference(rest).reference } }),
  redraw: (code) => ({ action: 'redraw', input: { code } }),
  adopt: () => {
    // A picture comes by itself: dropped, pasted or chosen.
    throw new UserInputError('picture-missing', 'expected a picture, got words alone');
  },
  family: (rest, findCode) => ({
    action: 'family',
    input: { reference: takePortraitReference(rest, findCode).reference },
  }),
  privacy: (rest) => {
    const allowsBlending = typed.readAllowsBlending(rest);
    return { action: 'privacy', input: allowsBlending === undefined ? {} : { allowsBlending } };
  },
  export: () => ({ action: 'export', input: {} }),
  'forget-me': () => ({ action: 'forget-me', input: {} }),
  help: () => ({ action: 'help', input: {} }),
  start: () => ({ action: 'help', input: {} }),
};

const STOP_WORDS = new Set(['stop', '止めて', 'ストップ', '停', '停下']);

function readPull(text: string): TextCommand {
  const { description, ...options } = typed.readPullText(text);
  return { action: 'pull', input: { prompt: { description }, ...options } };
}

function readMorph(text: string, findCode: FindCode): TextCommand {
  const { reference, rest } = takePortraitReference(text, findCode);
  const { isAnimated, text: words } = typed.takeAnimate(rest);
  const { share, text: description } = typed.takeShare(words);
  return {
    action: isAnimated ? 'animate' : 'morph',
    input: {
      reference,
      prompt: { description },
      ...(share === undefined ? {} : { strength: share }),
    },
  };
}

function readChange(rest: string): TextCommand {
  const { numbers, text } = typed.takeNumbers(rest);
  const { share, text: description } = typed.takeShare(text);
  return {
    action: 'change',
    input: {
      ...(numbers.length === 0 ? {} : { favorites: numbers }),
      prompt: { description },
      ...(share === undefined ? {} : { strength: share }),
    },
  };
}

function readVary(text: string, findCode: FindCode): TextCommand {
  const { reference, rest } = takePortraitReference(text, findCode);
  return { action: 'vary', input: { reference, amount: typed.takeAmount(rest).amount } };
}

function readBlend(text: string, findCode: FindCode): TextCommand {
  const first = takePortraitReference(text, findCode);
  const second = takePortraitReference(first.rest.replace(/^[+＋×&]\s*/u, ''), findCode);
  const { share, text: description } = typed.takeShare(second.rest);
  return {
    action: 'blend',
    input: {
      first: first.reference,
      second: second.reference,
      ...(share === undefined ? {} : { ratio: share }),
      ...(description === '' ? {} : { prompt: { description } }),
    },
  };
}

/** The favourite that a line begins with. */
function takeReference(text: string): ReturnType<typeof typed.takeReference> {
  const taken = typed.takeReference(text);
  if (taken.reference !== '') return taken;
  throw new NotFoundError('favourite-not-found', 'expected a favourite, got nothing');
}

function takePortraitReference(
  text: string,
  findCode: FindCode,
): { readonly reference: PortraitReference; readonly rest: string } {
  const { reference, rest } = takeReference(text);
  const code = findCode(reference);
  return { reference: code === undefined ? { favorite: reference } : { code }, rest };
}
