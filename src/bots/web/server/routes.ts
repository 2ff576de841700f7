import { attributeChoices } from '../../../messages/attribute-choices.js';
import { HttpProblem } from './http/http-problem.js';
import { sendExport, sendPicture, sendPreview } from './picture-routes.js';
import type { Exchange } from './http/exchange.js';
import { pageCatalogue } from './http/page-files.js';
import { adoptPicture, cancelRun, openChannel, runAction } from './run-routes.js';
import { languageOf } from './protection/visitor.js';
import type { WireBoot, WireState } from '../wire.js';

type Route = (exchange: Exchange) => Promise<void>;

const ROUTES: readonly (readonly [string, RegExp, Route])[] = [
  ['POST', /^\/api\/do\/[\w-]+$/, runAction],
  ['POST', /^\/api\/adopt$/, adoptPicture],
  ['POST', /^\/api\/cancel$/, cancelRun],
  ['GET', /^\/api\/events$/, openChannel],
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

/** Sends the attribute choices; waits until the model is ready. */
async function sendState({ context, request, response }: Exchange): Promise<void> {
  const { model } = await context.game;
  const { name, version, portraitSizePx, largestSizePx } = model;
  const license = model.license.name;
  const state: WireState = {
    model: { name, version, license, portraitSizePx, largestSizePx },
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
