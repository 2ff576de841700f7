import { z } from 'zod';
import type { PullResult } from '../../../services/gacha.js';
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

/** Pull after pull, until the visitor stops, goes away, or the game's limit is reached. */
export const endless = defineAction(z.strictObject({ wish: wishInput }), async (call, { wish }) => {
  const { game, person, messages, language } = call;
  const run = await game.endless.start({ person, wish, drawing: drawingOf(call) });
  call.send({ type: 'started', action: 'endless', count: run.limit });
  const stop = (): void => {
    // A run that has ended by itself meanwhile answers false, and nothing is left to do.
    void game.endless.stop({ person, runId: run.id }).catch(() => undefined);
  };
  call.signal.addEventListener('abort', stop, { once: true });
  let count = 0;
  for await (const result of run.results) {
    if (call.signal.aborted) break;
    count += 1;
    call.send({ type: 'reply', reply: presentPull(call, result) });
  }
  const key = run.ending() === 'limit' ? 'endlessLimit' : 'endlessStopped';
  return { kind: 'note', text: messages.t(language, `common:pull.${key}`, { count }) };
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
