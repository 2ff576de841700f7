import { hostname } from 'node:os';
import { attributeChoices } from '../../../messages/attribute-choices.js';
import { report } from '../../../errors/failure-policy.js';
import { errorToMessage } from '../../../messages/error-message.js';
import type { Game } from '../../../game/game.js';
import type { Caller } from '../actions/action.js';
import { ACTIONS } from '../actions/all-actions.js';
import { presentRedrawn } from '../actions/edit-actions.js';
import { EventStream } from './event-stream.js';
import { HttpProblem } from './http-problem.js';
import { sendExport, sendPicture, sendPreview } from './picture-routes.js';
import { readBody, readJson } from './request-body.js';
import type { Exchange } from './exchange.js';
import { pageCatalogue } from './page-files.js';
import { languageOf, meetVisitor } from './visitor.js';
import type { WireBoot, WireEvent, WireState } from '../wire.js';

type Route = (exchange: Exchange) => Promise<void>;

/** A game that is there answers sooner, and the hint never flashes up. */
const WARMING_HINT_MS = 50;
const MOST_JSON_BYTES = 128 * 1024;
const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

const ROUTES: readonly (readonly [string, RegExp, Route])[] = [
  ['POST', /^\/api\/do\/[\w-]+$/, runAction],
  ['POST', /^\/api\/redraw$/, redrawPicture],
  ['POST', /^\/api\/preview\/(morph|blend)$/, sendPreview],
  ['GET', /^\/api\/portraits\/\w+\/picture$/, sendPicture],
  ['GET', /^\/api\/export$/, sendExport],
  ['GET', /^\/api\/state$/, sendState],
  ['GET', /^\/api\/sentences$/, sendSentences],
];

/** @throws HttpProblem 404 or 405 when nothing answers there */
export function findRoute(method: string, path: string): Route {
  const there = ROUTES.filter(([, pattern]) => pattern.test(path));
  const found = there.find(([accepted]) => accepted === method);
  if (found !== undefined) return found[2];
  throw there.length === 0
    ? new HttpProblem(404, 'page-not-found')
    : new HttpProblem(405, 'request-malformed');
}

/** Runs an action; progress, replies and faults come back as one stream of events. */
async function runAction(exchange: Exchange): Promise<void> {
  const { request, url } = exchange;
  const action = ACTIONS.get(url.pathname.split('/').at(-1) ?? '');
  if (action === undefined) throw new HttpProblem(404, 'page-not-found');
  const input = await readJson(request, MOST_JSON_BYTES);
  await streamReplies(exchange, (caller) => action.run(caller, input));
}

/** Draws the faces of a picture file again. */
async function redrawPicture(exchange: Exchange): Promise<void> {
  const { request } = exchange;
  if (!/^image\/(png|webp)$/.test(request.headers['content-type'] ?? '')) {
    throw new HttpProblem(415, 'picture-unreadable');
  }
  const picture = await readBody(request, MOST_PICTURE_BYTES);
  await streamReplies(exchange, async (caller) => {
    const { game, person, signal } = caller;
    const { portraits } = await game.redraws.redraw({ person, picture, drawing: { signal } });
    caller.send({ type: 'reply', reply: presentRedrawn(caller, portraits) });
  });
}

async function streamReplies(
  exchange: Exchange,
  run: (caller: Caller) => Promise<void>,
): Promise<void> {
  const { context, request, response, signal } = exchange;
  const who = meetVisitor(request, response, context.settings.publicUrl);
  const language = languageOf(request);
  const stream = new EventStream(response);
  const send = (event: WireEvent): void => stream.send(event);
  try {
    const game = await whenReady(exchange, () => send({ type: 'warming' }));
    const person = await game.people.meet(who);
    const { messages, stopping } = context;
    const holder = { account: who.platform, slot: `${hostname()}:${request.socket.localPort}` };
    await run({ game, messages, language, person, signal, stopping, holder, send });
    send({ type: 'done' });
  } catch (error) {
    if (!signal.aborted) send(toFailure(exchange, error));
  } finally {
    stream.end();
  }
}

/** The game, when it has been set up; says so when that is still going on. */
async function whenReady({ context, signal }: Exchange, tellWarming: () => void): Promise<Game> {
  const hint = setTimeout(tellWarming, WARMING_HINT_MS);
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([context.game, ended]).finally(() => clearTimeout(hint));
}

function toFailure({ context, request, url }: Exchange, error: unknown): WireEvent {
  const said = errorToMessage(context.messages, languageOf(request), error);
  report(context.log, error, { id: said.id, path: url.pathname });
  return { type: 'failed', text: said.text, code: said.code };
}

/** What can be asked for; waits until the model is ready. */
async function sendState({ context, request, response }: Exchange): Promise<void> {
  const { model } = await context.game;
  const state: WireState = {
    model: { name: model.name, version: model.version, license: model.license.name },
    groups: attributeChoices(context.messages, languageOf(request), model.groups),
  };
  sendJson(response, state);
}

/** The page's sentences, for switching the language without leaving it. */
function sendSentences({ context, request, response }: Exchange): Promise<void> {
  const language = languageOf(request);
  const boot: WireBoot = { language, catalogue: pageCatalogue(context.messages, language) };
  sendJson(response, boot);
  return Promise.resolve();
}

function sendJson(response: Exchange['response'], body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
