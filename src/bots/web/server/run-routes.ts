import { hostname } from 'node:os';
import { report } from '../../../errors/failure-policy.js';
import type { Game } from '../../../game/game.js';
import { errorToMessage } from '../../../messages/error-message.js';
import type { Caller } from '../actions/action.js';
import { ACTIONS } from '../actions/all-actions.js';
import { presentAdopted } from '../actions/edit-actions.js';
import { CHANNEL_HEADER, RUN_HEADER, type WireChannelEvent, type WireEvent } from '../wire.js';
import { EventStream } from './http/event-stream.js';
import type { Exchange } from './http/exchange.js';
import { HttpProblem } from './http/http-problem.js';
import { readBody, readJson } from './http/request-body.js';
import { languageOf, meetVisitor } from './protection/visitor.js';

/** A game that is there answers sooner, and the hint never flashes up. */
const WARMING_HINT_MS = 50;
const MOST_JSON_BYTES = 128 * 1024;
const MOST_PICTURE_BYTES = 10 * 1024 * 1024;

/** Runs an action; progress, replies and faults come back as events. */
export async function runAction(exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const action = ACTIONS.get(url.pathname.split('/').at(-1) ?? '');
  if (action === undefined) throw new HttpProblem(404, 'page-not-found');
  const input = await readJson(request, MOST_JSON_BYTES);
  await answer(exchange, (caller) => action.run(caller, input));
}

/** Looks for the face in a picture file: by its recipe, else by its looks. */
export async function adoptPicture(exchange: Exchange): Promise<void> {
  const { request } = exchange;
  if (!/^image\/(png|webp|jpeg|gif)$/.test(request.headers['content-type'] ?? '')) {
    throw new HttpProblem(415, 'picture-unreadable');
  }
  const picture = await readBody(request, MOST_PICTURE_BYTES);
  await answer(exchange, async (caller) => {
    const { game, person, signal } = caller;
    const drawing = { signal };
    const result = await game.adoptions.adopt({ person, picture, drawing });
    caller.send({ type: 'reply', reply: presentAdopted(caller, result) });
  });
}

/** A page's one stream for the events of all its runs, until it goes away. */
export function openChannel(exchange: Exchange): Promise<void> {
  const { context, request, response, signal, network } = exchange;
  const hasEnded = context.gate.openStream(network);
  response.once('close', hasEnded);
  const { platformId } = meetVisitor(request, response, context.settings.publicUrl);
  context.channels.open(platformId, new EventStream<WireChannelEvent>(response), signal);
  return Promise.resolve();
}

/** Ends a run that sends its events over a stream. */
export function cancelRun({ context, request, response }: Exchange): Promise<void> {
  const { platformId } = meetVisitor(request, response, context.settings.publicUrl);
  const { channel, run } = channelOf(request);
  context.channels.cancel(platformId, channel, run);
  request.resume();
  response.writeHead(204).end();
  return Promise.resolve();
}

interface Audience {
  readonly signal: AbortSignal;
  readonly send: (event: WireEvent) => void;
  readonly end: () => void;
}

async function answer(exchange: Exchange, run: (caller: Caller) => Promise<void>): Promise<void> {
  const { context, request, response } = exchange;
  const who = meetVisitor(request, response, context.settings.publicUrl);
  context.gate.expectVisitor(exchange.network, who.platformId);
  const language = languageOf(request);
  const { signal, send, end } = findAudience(exchange, who.platformId);
  try {
    // A connection that is kept open still reaches a server that is stopping.
    context.stopping.throwIfAborted();
    const game = await whenReady(context.game, signal, () => send({ type: 'warming' }));
    const person = await game.people.meet(who);
    const { messages, stopping } = context;
    const holder = { account: who.platform, slot: `${hostname()}:${request.socket.localPort}` };
    await run({ game, messages, language, person, signal, stopping, holder, send });
    send({ type: 'done' });
  } catch (error) {
    // Whoever has gone away hears nothing of it; the others hear why it ends.
    if (context.stopping.aborted) send(toStopped(exchange));
    else if (!signal.aborted) send(toFailure(exchange, error));
  } finally {
    end();
  }
}

/** The page's stream where the request names it, else the answer itself. */
function findAudience(exchange: Exchange, visitor: string): Audience {
  const { context, request, response } = exchange;
  const { channel: id, run } = channelOf(request);
  if (id === '') {
    const stream = new EventStream(response);
    return {
      signal: exchange.signal,
      send: (event) => stream.send(event),
      end: () => stream.end(),
    };
  }
  const channel = context.channels.find(visitor, id);
  // The page opens another one and asks again.
  if (channel === undefined) throw new HttpProblem(409, 'request-malformed');
  const { signal, send } = channel.begin(run);
  response.writeHead(202, { 'cache-control': 'no-store' }).end();
  return {
    signal: AbortSignal.any([signal, context.stopping]),
    send,
    end: () => channel.end(run),
  };
}

function channelOf({ headers }: Exchange['request']): {
  readonly channel: string;
  readonly run: number;
} {
  return { channel: String(headers[CHANNEL_HEADER] ?? ''), run: Number(headers[RUN_HEADER] ?? 0) };
}

/** The game, when it has been set up; says so when that is still going on. */
async function whenReady(
  game: Promise<Game>,
  signal: AbortSignal,
  tellWarming: () => void,
): Promise<Game> {
  const hint = setTimeout(tellWarming, WARMING_HINT_MS);
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([game, ended]).finally(() => clearTimeout(hint));
}

function toStopped({ context, request }: Exchange): WireEvent {
  const text = context.messages.t(languageOf(request), 'errors:shutting-down');
  return { type: 'failed', text, code: 'shutting-down' };
}

function toFailure({ context, request, url }: Exchange, error: unknown): WireEvent {
  const said = errorToMessage(context.messages, languageOf(request), error);
  report(context.log, error, { id: said.id, path: url.pathname });
  return { type: 'failed', text: said.text, code: said.code };
}
