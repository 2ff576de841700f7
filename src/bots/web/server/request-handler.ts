import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { failurePolicy, report } from '../../../errors/failure-policy.js';
import { inRequest } from '../../../errors/request-scope.js';
import { errorToMessage } from '../../../messages/error-message.js';
import { clientAddress, networkOf } from './protection/client-address.js';
import type { Exchange, WebContext } from './http/exchange.js';
import { expectOwnPage, letIn, setSecurityHeaders } from './protection/guard.js';
import { HttpProblem } from './http/http-problem.js';
import { pageCatalogue, renderIndex, type PageFile } from './http/page-files.js';
import { findRoute } from './routes.js';
import { languageOf, meetVisitor } from './protection/visitor.js';

/** Serves one request; never rejects. */
export function createRequestHandler(
  context: WebContext,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      setSecurityHeaders(response);
      const { trustedProxies = 0 } = context.settings;
      const network = networkOf(clientAddress(request, trustedProxies));
      context.gate.expectRequest(network);
      expectOwnPage(request, context.settings);
      if (letIn(request, response, context.settings)) return;
      await serve({ context, request, response, network });
    } catch (error) {
      answerProblem({ context, request, response }, error);
    }
  };
  return (request, response) => inRequest(`web:${randomUUID()}`, () => answer(request, response));
}

async function serve(asked: Omit<Exchange, 'url' | 'signal'>): Promise<void> {
  const { context, request, response } = asked;
  const url = readUrl(request);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, context.stopping]);
  const exchange = { ...asked, url, signal };
  if (url.pathname.startsWith('/api/')) {
    await findRoute(request.method ?? '', url.pathname)(exchange);
  } else {
    serveFile(exchange);
  }
}

function readUrl({ url = '/' }: IncomingMessage): URL {
  // A leading `//` would be read as a host.
  const path = `/${url.replace(/^\/+/, '')}`;
  if (!URL.canParse(path, 'http://page')) throw new HttpProblem(404, 'page-not-found');
  return new URL(path, 'http://page');
}

function serveFile({ context, request, response, url }: Exchange): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new HttpProblem(405, 'request-malformed');
  }
  const isIndex = url.pathname === '/';
  const file = context.files.get(isIndex ? '/index.html' : url.pathname);
  if (file === undefined) throw new HttpProblem(404, 'page-not-found');
  if (isIndex) serveIndex({ context, request, response }, file);
  else sendFile({ request, response }, file);
}

type Bare = Pick<Exchange, 'request' | 'response'>;

function serveIndex({ context, ...bare }: Bare & Pick<Exchange, 'context'>, file: PageFile): void {
  const language = languageOf(bare.request);
  meetVisitor(bare.request, bare.response, context.settings.publicUrl);
  const boot = { language, catalogue: pageCatalogue(context.messages, language) };
  const noscript = context.messages.t(language, 'web:noscript');
  const html = renderIndex(file.bytes.toString('utf8'), boot, noscript);
  bare.response.setHeader('cache-control', 'no-store');
  const isGzipped = takesGzip(bare.request);
  const body = isGzipped ? gzipSync(html) : Buffer.from(html);
  bare.response.setHeader('vary', 'Accept-Encoding, Accept-Language, Cookie');
  bare.response.writeHead(200, {
    'content-type': file.type,
    'content-length': body.byteLength,
    ...(isGzipped ? { 'content-encoding': 'gzip' } : {}),
  });
  bare.response.end(bare.request.method === 'HEAD' ? undefined : body);
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b/.test(headers['accept-encoding']?.toString() ?? '');
}

function sendFile({ request, response }: Bare, file: PageFile): void {
  const isGzipped = takesGzip(request);
  const body = isGzipped ? file.gzipped : file.bytes;
  response.setHeader('vary', 'Accept-Encoding');
  response.setHeader('etag', file.etag);
  response.setHeader(
    'cache-control',
    file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304);
    response.end();
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': body.byteLength,
    ...(isGzipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The one place where a fault of a plain request becomes an answer. */
function answerProblem(
  { context, request, response }: Bare & Pick<Exchange, 'context'>,
  error: unknown,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const language = languageOf(request);
  const isProblem = error instanceof HttpProblem;
  const said = isProblem
    ? { code: error.code, text: context.messages.t(language, `errors:${error.code}`) }
    : errorToMessage(context.messages, language, error);
  if (!isProblem) {
    const id = 'id' in said ? said.id : undefined;
    report(context.log, error, { id, path: request.url?.split('?')[0] });
  }
  const status = isProblem ? error.status : failurePolicy(error).httpStatus;
  // What was not read of a refused body must not be taken for the next request.
  if (status === 429) response.setHeader('retry-after', '10');
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ code: said.code, text: said.text }));
}
