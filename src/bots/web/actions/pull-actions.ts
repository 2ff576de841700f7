import { z } from 'zod';
import { InferenceError } from '../../../errors/app-error.js';
import type { PullResult } from '../../../game/drawing/gacha.js';
import type { WireReply } from '../wire.js';
import { defineAction, drawingOf, type Caller } from './action.js';
import { promptInput } from './inputs.js';
import { presentNotes, presentPortrait } from './present.js';

const pullInput = z.strictObject({
  prompt: promptInput,
  count: z.number().exactOptional(),
  seed: z.number().exactOptional(),
});

/** One pull of one to ten faces. */
export const pull = defineAction(pullInput, async (caller, { prompt, ...options }) => {
  caller.send({ type: 'started', action: 'pull', count: options.count ?? 1 });
  const { game, person } = caller;
  const result = await game.gacha.pull({ person, prompt, ...options, drawing: drawingOf(caller) });
  return presentPull(caller, result);
});

/** The same wish with fresh luck. */
export const again = defineAction(
  z.strictObject({ pullId: z.string().max(64), count: z.number().exactOptional() }),
  async (caller, { pullId, count = 1 }) => {
    caller.send({ type: 'started', action: 'again', count });
    const { game, person } = caller;
    const result = await game.gacha.again({ person, pullId, drawing: drawingOf(caller) });
    return presentPull(caller, result);
  },
);

const endlessInput = z.union([
  z.strictObject({ prompt: promptInput }),
  z.strictObject({ pullId: z.string().max(64) }),
]);

/** Pull after pull, until the visitor stops, goes away, or the game's limit is reached. */
export const endless = defineAction(endlessInput, async (caller, of) => {
  const { game, person, messages, language, holder } = caller;
  const drawing = drawingOf(caller);
  const run = await game.endless.start({ person, language, holder, drawing, ...of });
  caller.send({ type: 'started', action: 'endless', count: run.limit });
  const stop = (): void => {
    // It is not the visitor who ends it: they are told when they meet the next server.
    if (caller.stopping.aborted) run.cutOff();
    // A run that has ended by itself meanwhile answers false, and nothing is left to do.
    else void game.endless.stop({ person, runId: run.id }).catch(() => undefined);
  };
  caller.signal.addEventListener('abort', stop, { once: true });
  if (caller.signal.aborted) stop();
  let count = 0;
  for await (const result of run.results) {
    if (caller.signal.aborted) break;
    count += 1;
    caller.send({ type: 'reply', reply: presentPull(caller, result) });
  }
  if (caller.stopping.aborted) throw shuttingDown();
  const key = run.ending() === 'limit' ? 'endlessLimit' : 'endlessStopped';
  return { kind: 'note', text: messages.t(language, `common:pull.${key}`, { count }) };
});

/** Tells of an endless run of the visitor's that ended with its server; says nothing without one. */
export const cutOff = defineAction(z.strictObject({}), async (caller) => {
  const { game, person, messages, language, holder, send } = caller;
  for (const { id, pullId, pulled: count } of await game.endless.takeCutOff(holder, person)) {
    const text = messages.t(language, 'common:pull.endlessCutOff', { count });
    send({ type: 'reply', reply: { kind: 'cut-off', text, pullId } });
    await game.endless.settle(id);
  }
  return undefined;
});

/** Ends the visitor's endless run, also one started in another tab. */
export const stop = defineAction(z.strictObject({}), async ({ game, person, ...caller }) => {
  const hadRun = await game.endless.stop({ person });
  const key = hadRun ? 'stopping' : 'nothingToStop';
  return { kind: 'note', text: caller.messages.t(caller.language, `web:endless.${key}`) };
});

function shuttingDown(): InferenceError {
  return new InferenceError('shutting-down', 'the server stops; the next one goes on with the run');
}

function presentPull(caller: Caller, result: PullResult): WireReply {
  return {
    kind: 'pull',
    pullId: result.pullId,
    seed: result.seed,
    portraits: result.portraits.map((portrait) => presentPortrait(caller, portrait)),
    notes: presentNotes(caller, result),
  };
}
