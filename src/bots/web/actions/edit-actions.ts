import { describeNamed } from '../../../messages/describe-portrait.js';
import { z } from 'zod';
import type { MorphResult } from '../../../game/drawing/morph.js';
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
    title: titleOf(caller, input.reference, result),
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
    title: titleOf(caller, input.reference, result),
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
  const name = nameOf(caller, input.reference);
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
  const first = nameOf(caller, input.first);
  const second = nameOf(caller, input.second);
  const percent = Math.round(result.ratio * 100);
  return {
    kind: 'strip',
    title: messages.t(language, 'common:blend.title', { first, second }),
    detail: messages.t(language, 'common:blend.ratio', { percent, second }),
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
    return presentRedrawn(caller, portraits);
  },
);

/** All faces that a share code or a picture file held, in the order of their numbers. */
export function presentRedrawn(caller: Caller, portraits: readonly Portrait[]): WireReply {
  const { messages, language } = caller;
  return {
    kind: 'portraits',
    title: messages.t(language, 'common:share.redrawn'),
    portraits: portraits.map((portrait) => presentPortrait(caller, portrait)),
    notes: [],
  };
}

/** What a title tells of a morph. */
type Changed = Pick<MorphResult, 'portrait' | 'changed'>;

function titleOf(caller: Caller, reference: PortraitReference, result: Changed): string {
  const { portrait, changed } = result;
  const { messages, language } = caller;
  const description = describeNamed({ ...portrait, named: changed }, language);
  return messages.t(language, 'common:morph.title', {
    name: nameOf(caller, reference),
    description,
  });
}

/** What to call a subject in a sentence: a favourite as the person called it, else “this face”. */
function nameOf(caller: Caller, reference: PortraitReference): string {
  if (!('favorite' in reference)) return caller.messages.t(caller.language, 'web:subject.this');
  const number = /^#?(\d+)$/.exec(String(reference.favorite))?.[1];
  return number === undefined
    ? String(reference.favorite)
    : favoriteLabel(caller, { number: Number(number) });
}
