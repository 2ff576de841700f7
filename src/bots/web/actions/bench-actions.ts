import { z } from 'zod';
import type { MorphResult } from '../../../game/drawing/morph.js';
import type { Portrait } from '../../../game/portraits/portrait.js';
import type { Subject } from '../../../game/portraits/subject.js';
import type { WireReply } from '../wire.js';
import { defineAction, drawingOf, type Call } from './action.js';
import { favoriteInput, subjectInput, wishInput } from './inputs.js';
import { favoriteLabel, presentNotes, presentPortrait } from './present.js';

const STRIP_STEPS = 7;

const morphInput = z.strictObject({
  subject: subjectInput,
  wish: wishInput,
  strength: z.number().exactOptional(),
});

/** From before to after in seven steps, and the chosen strength large. */
export const morph = defineAction(morphInput, async (call, input) => {
  call.send({ type: 'started', action: 'morph', count: STRIP_STEPS + 1 });
  const { game, person, messages, language } = call;
  const result = await game.morphs.morph({ person, ...input, drawing: drawingOf(call) });
  const percent = Math.round(result.strength * 100);
  return {
    kind: 'strip',
    title: titleOf(call, input.subject, result),
    detail: messages.t(language, 'common:morph.strength', { percent }),
    chosen: presentPortrait(call, result.portrait),
    steps: result.steps.map((step) => presentPortrait(call, step)),
    notes: presentNotes(call, result),
  };
});

/** The same as a looping picture, there and back. */
export const animate = defineAction(morphInput, async (call, input) => {
  call.send({ type: 'started', action: 'animate', count: 1 });
  const { game, person } = call;
  const result = await game.morphs.animate({ person, ...input, drawing: drawingOf(call) });
  const { bytes, mediaType } = result.animation;
  return {
    kind: 'animation',
    title: titleOf(call, input.subject, result),
    picture: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    portrait: presentPortrait(call, result.portrait),
    notes: presentNotes(call, result),
  };
});

const changeInput = z.strictObject({
  favorites: z.array(favoriteInput).max(100).exactOptional(),
  wish: wishInput,
  strength: z.number().exactOptional(),
});

/** 属性変更: one wish on several favourites. */
export const change = defineAction(changeInput, async (call, input) => {
  call.send({ type: 'started', action: 'change', count: input.favorites?.length ?? 10 });
  const { game, person, messages, language } = call;
  const result = await game.morphs.change({ person, ...input, drawing: drawingOf(call) });
  const first = result.portraits[0];
  return {
    kind: 'portraits',
    title: messages.t(language, 'common:morph.changed', {
      count: result.portraits.length,
      description: first ? game.wording.ofNamed(first, language) : '',
    }),
    portraits: result.portraits.map((portrait) => presentPortrait(call, portrait)),
    notes: presentNotes(call, result),
  };
});

const varyInput = z.strictObject({
  subject: subjectInput,
  amount: z.enum(['subtle', 'strong']).exactOptional(),
});

/** Four neighbours. */
export const vary = defineAction(varyInput, async (call, input) => {
  call.send({ type: 'started', action: 'vary', count: 4 });
  const { game, person, messages, language } = call;
  const result = await game.morphs.vary({ person, ...input, drawing: drawingOf(call) });
  const name = nameOf(call, input.subject);
  return {
    kind: 'portraits',
    title: messages.t(language, `common:vary.${input.amount ?? 'subtle'}`, { name }),
    portraits: result.portraits.map((portrait) => presentPortrait(call, portrait)),
    notes: [],
  };
});

const blendInput = z.strictObject({
  first: subjectInput,
  second: subjectInput,
  ratio: z.number().exactOptional(),
  wish: wishInput.exactOptional(),
});

/** One of two, with the strip from one to the other. */
export const blend = defineAction(blendInput, async (call, input) => {
  call.send({ type: 'started', action: 'blend', count: STRIP_STEPS + 1 });
  const { game, person, messages, language } = call;
  const result = await game.blends.blend({ person, ...input, drawing: drawingOf(call) });
  const first = nameOf(call, input.first);
  const second = nameOf(call, input.second);
  const percent = Math.round(result.ratio * 100);
  return {
    kind: 'strip',
    title: messages.t(language, 'common:blend.title', { first, second }),
    detail: messages.t(language, 'common:blend.ratio', { percent, second }),
    chosen: presentPortrait(call, result.portrait),
    steps: result.steps.map((step) => presentPortrait(call, step)),
    notes: presentNotes(call, result),
  };
});

/** The face of a share code. */
export const redraw = defineAction(
  z.strictObject({ code: z.string().max(10_000) }),
  async (call, { code }) => {
    call.send({ type: 'started', action: 'redraw', count: 1 });
    const { game, person } = call;
    const { portraits } = await game.redraws.redraw({ person, code, drawing: drawingOf(call) });
    return presentRedrawn(call, portraits);
  },
);

/** All faces that a share code or a picture file held, in the order of their numbers. */
export function presentRedrawn(call: Call, portraits: readonly Portrait[]): WireReply {
  const { messages, language } = call;
  return {
    kind: 'portraits',
    title: messages.t(language, 'common:share.redrawn'),
    portraits: portraits.map((portrait) => presentPortrait(call, portrait)),
    notes: [],
  };
}

/** What a title tells of a morph. */
type Changed = Pick<MorphResult, 'portrait' | 'changed'>;

function titleOf(call: Call, subject: Subject, result: Changed): string {
  const { portrait, changed } = result;
  const { game, messages, language } = call;
  const description = game.wording.ofNamed({ ...portrait, named: changed }, language);
  return messages.t(language, 'common:morph.title', { name: nameOf(call, subject), description });
}

/** What to call a subject in a sentence: a favourite as the person called it, else “this face”. */
function nameOf(call: Call, subject: Subject): string {
  if (!('favorite' in subject)) return call.messages.t(call.language, 'web:subject.this');
  const number = /^#?(\d+)$/.exec(String(subject.favorite))?.[1];
  return number === undefined
    ? String(subject.favorite)
    : favoriteLabel(call, { number: Number(number) });
}
