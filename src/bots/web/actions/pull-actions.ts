import { z } from 'zod';
import type { PullResult } from '../../../game/drawing/gacha.js';
import type { WireReply } from '../wire.js';
import { defineAction, drawingOf, type Call } from './action.js';
import { wishInput } from './inputs.js';
import { presentNotes, presentPortrait } from './present.js';

const pullInput = z.strictObject({
  wish: wishInput,
  count: z.number().exactOptional(),
  seed: z.number().exactOptional(),
});

/** One pull of one to ten faces. */
export const pull = defineAction(pullInput, async (call, { wish, ...options }) => {
  call.send({ type: 'started', action: 'pull', count: options.count ?? 1 });
  const { game, person } = call;
  const result = await game.gacha.pull({ person, wish, ...options, drawing: drawingOf(call) });
  return presentPull(call, result);
});

/** The same wish with fresh luck. */
export const again = defineAction(
  z.strictObject({ pullId: z.string().max(64), count: z.number().exactOptional() }),
  async (call, { pullId, count = 1 }) => {
    call.send({ type: 'started', action: 'again', count });
    const { game, person } = call;
    const result = await game.gacha.again({ person, pullId, drawing: drawingOf(call) });
    return presentPull(call, result);
  },
);

const endlessInput = z.union([
  z.strictObject({ wish: wishInput }),
  z.strictObject({ pullId: z.string().max(64) }),
]);

/** Pull after pull, until the visitor stops, goes away, or the game's limit is reached. */
export const endless = defineAction(endlessInput, async (call, of) => {
  const { game, person, messages, language, holder } = call;
  const drawing = drawingOf(call);
  const run = await game.endless.start({ person, language, holder, drawing, ...of });
  call.send({ type: 'started', action: 'endless', count: run.limit });
  const stop = (): void => {
    // It is not the visitor who ends it: they are told when they meet the next server.
    if (call.stopping.aborted) run.cutOff();
    // A run that has ended by itself meanwhile answers false, and nothing is left to do.
    else void game.endless.stop({ person, runId: run.id }).catch(() => undefined);
  };
  call.signal.addEventListener('abort', stop, { once: true });
  if (call.signal.aborted) stop();
  let count = 0;
  for await (const result of run.results) {
    if (call.signal.aborted) break;
    count += 1;
    call.send({ type: 'reply', reply: presentPull(call, result) });
  }
  const key = run.ending() === 'limit' ? 'endlessLimit' : 'endlessStopped';
  return { kind: 'note', text: messages.t(language, `common:pull.${key}`, { count }) };
});

/** Tells of an endless run of the visitor's that ended with its server; says nothing without one. */
export const cutOff = defineAction(z.strictObject({}), async (call) => {
  const { game, person, messages, language, holder, send } = call;
  for (const { id, pullId, pulled: count } of await game.endless.takeCutOff(holder, person)) {
    const text = messages.t(language, 'common:pull.endlessCutOff', { count });
    send({ type: 'reply', reply: { kind: 'cut-off', text, pullId } });
    await game.endless.settle(id);
  }
  return undefined;
});

/** Ends the visitor's endless run, also one started in another tab. */
export const stop = defineAction(z.strictObject({}), async ({ game, person, ...call }) => {
  const hadRun = await game.endless.stop({ person });
  const key = hadRun ? 'stopping' : 'nothingToStop';
  return { kind: 'note', text: call.messages.t(call.language, `web:endless.${key}`) };
});

function presentPull(call: Call, result: PullResult): WireReply {
  return {
    kind: 'pull',
    pullId: result.pullId,
    seed: result.seed,
    portraits: result.portraits.map((portrait) => presentPortrait(call, portrait)),
    notes: presentNotes(call, result),
  };
}
