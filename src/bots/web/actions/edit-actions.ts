import { describeNamed } from '../../../messages/describe-portrait.js';
import { z } from 'zod';
import { adoptedLines } from '../../../messages/adopted-lines.js';
import type { AdoptResult } from '../../../game/adopt/adopt.js';
import type { BlendResult } from '../../../game/editing/blend.js';
import type { MorphResult } from '../../../game/editing/morph.js';
import type { Portrait } from '../../../game/portraits/portrait.js';
import type { PortraitReference } from '../../../game/portraits/portrait-reference.js';
import type { WireReply } from '../wire.js';
import { defineAction, drawingOf, type Caller } from './action.js';
import { favoriteInput, referenceInput, promptInput } from './inputs.js';
import { favoriteLabel, presentNotes, presentPortrait } from './present.js';

const STRIP_STEPS = 7;

const morphInput = z.strictObject({
  reference: referenceInput,
  prompt: promptInput,
  strength: z.number().exactOptional(),
});

/** From before to after in seven steps, and the chosen strength large. */
export const morph = defineAction(morphInput, async (caller, input) => {
  caller.send({ type: 'started', action: 'morph', count: STRIP_STEPS + 1 });
  const { game, person, messages, language } = caller;
  const result = await game.morphs.morph({ person, ...input, drawing: drawingOf(caller) });
  const percent = Math.round(result.strength * 100);
  return {
    kind: 'strip',
    title: await titleOf(caller, input.reference, result),
    detail: messages.t(language, 'common:morph.strength', { percent }),
    chosen: presentPortrait(caller, result.portrait),
    steps: result.steps.map((step) => presentPortrait(caller, step)),
    notes: presentNotes(caller, result),
  };
});

/** The same as a looping picture, there and back. */
export const animate = defineAction(morphInput, async (caller, input) => {
  caller.send({ type: 'started', action: 'animate', count: 1 });
  const { game, person } = caller;
  const result = await game.morphs.animate({ person, ...input, drawing: drawingOf(caller) });
  const { bytes, mediaType } = result.animation;
  return {
    kind: 'animation',
    title: await titleOf(caller, input.reference, result),
    picture: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    portrait: presentPortrait(caller, result.portrait),
    notes: presentNotes(caller, result),
  };
});

const changeInput = z.strictObject({
  favorites: z.array(favoriteInput).max(100).exactOptional(),
  prompt: promptInput,
  strength: z.number().exactOptional(),
});

/** 属性変更: one wish on several favourites. */
export const change = defineAction(changeInput, async (caller, input) => {
  caller.send({ type: 'started', action: 'change', count: input.favorites?.length ?? 10 });
  const { game, person, messages, language } = caller;
  const result = await game.morphs.change({ person, ...input, drawing: drawingOf(caller) });
  const first = result.portraits[0];
  return {
    kind: 'portraits',
    title: messages.t(language, 'common:morph.changed', {
      count: result.portraits.length,
      description: first ? describeNamed(first, language) : '',
    }),
    portraits: result.portraits.map((portrait) => presentPortrait(caller, portrait)),
    notes: presentNotes(caller, result),
  };
});

const varyInput = z.strictObject({
  reference: referenceInput,
  amount: z.enum(['subtle', 'strong']).exactOptional(),
});

/** Four neighbours. */
export const vary = defineAction(varyInput, async (caller, input) => {
  caller.send({ type: 'started', action: 'vary', count: 4 });
  const { game, person, messages, language } = caller;
  const result = await game.morphs.vary({ person, ...input, drawing: drawingOf(caller) });
  const name = await nameOf(caller, input.reference, result.source);
  return {
    kind: 'portraits',
    title: messages.t(language, `common:vary.${input.amount ?? 'subtle'}`, { name }),
    portraits: result.portraits.map((portrait) => presentPortrait(caller, portrait)),
    notes: [],
  };
});

const blendInput = z.strictObject({
  first: referenceInput,
  second: referenceInput,
  ratio: z.number().exactOptional(),
  prompt: promptInput.exactOptional(),
});

/** One of two, with the strip from one to the other. */
export const blend = defineAction(blendInput, async (caller, input) => {
  caller.send({ type: 'started', action: 'blend', count: STRIP_STEPS + 1 });
  const { game, person, messages, language } = caller;
  const result = await game.blends.blend({ person, ...input, drawing: drawingOf(caller) });
  const [first, second] = await namesOf(caller, input, result);
  const percent = Math.round(result.ratio * 100);
  return {
    kind: 'strip',
    title: messages.t(language, 'common:blend.title', { first, second }),
    detail: percent === 50 ? '' : messages.t(language, 'common:blend.ratio', { percent, second }),
    chosen: presentPortrait(caller, result.portrait),
    steps: result.steps.map((step) => presentPortrait(caller, step)),
    notes: presentNotes(caller, result),
  };
});

/** The face of a share code. */
export const redraw = defineAction(
  z.strictObject({ code: z.string().max(10_000) }),
  async (caller, { code }) => {
    caller.send({ type: 'started', action: 'redraw', count: 1 });
    const { game, person } = caller;
    const { portraits } = await game.redraws.redraw({ person, code, drawing: drawingOf(caller) });
    return presentFaces(
      caller,
      caller.messages.t(caller.language, 'common:share.redrawn'),
      portraits,
    );
  },
);

/** The attributes made out in a picture, and the faces drawn of it. */
export function presentAdopted(caller: Caller, result: AdoptResult): WireReply {
  const title = adoptedLines(caller.messages, caller.language, result).join('\n');
  return presentFaces(caller, title, result.portraits);
}

function presentFaces(caller: Caller, title: string, portraits: readonly Portrait[]): WireReply {
  return {
    kind: 'portraits',
    title,
    portraits: portraits.map((portrait) => presentPortrait(caller, portrait)),
    notes: [],
  };
}

/** The facts in a morph's title. */
type Changed = Pick<MorphResult, 'source' | 'portrait' | 'changed'>;

async function titleOf(
  caller: Caller,
  reference: PortraitReference,
  { source, portrait, changed }: Changed,
): Promise<string> {
  const { messages, language } = caller;
  const description = describeNamed({ ...portrait, named: changed }, language);
  const name = await nameOf(caller, reference, source);
  return messages.t(language, 'common:morph.title', { name, description });
}

/** Two subjects, told apart where neither has a number nor words of its own. */
async function namesOf(
  caller: Caller,
  input: Pick<z.infer<typeof blendInput>, 'first' | 'second'>,
  result: Pick<BlendResult, 'first' | 'second'>,
): Promise<readonly [string, string]> {
  const first = await nameOf(caller, input.first, result.first);
  const second = await nameOf(caller, input.second, result.second);
  if (first !== second) return [first, second];
  const { messages, language } = caller;
  return [messages.t(language, 'web:subject.first'), messages.t(language, 'web:subject.second')];
}

/**
 * A subject's name in a sentence: a favourite as the person called it or by its number, else what
 * was named, else “this face”.
 */
async function nameOf(
  caller: Caller,
  reference: PortraitReference,
  portrait: Portrait,
): Promise<string> {
  const { game, person, messages, language } = caller;
  if ('favorite' in reference) {
    const number = /^#?(\d+)$/.exec(String(reference.favorite))?.[1];
    if (number === undefined) return String(reference.favorite);
    return favoriteLabel(caller, { number: Number(number) });
  }
  const number = (await game.favorites.numbersOf(person, [portrait.id])).get(portrait.id);
  if (number !== undefined) return favoriteLabel(caller, { number });
  const named = describeNamed(portrait, language);
  return named === '' ? messages.t(language, 'web:subject.this') : named;
}
