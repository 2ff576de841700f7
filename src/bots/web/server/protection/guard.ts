import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { cookiesOf } from '../http/cookies.js';
import type { WebSettings } from '../http/exchange.js';
import { HttpProblem } from '../http/http-problem.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Headers that every answer carries. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}

type AskedFor = Pick<WebSettings, 'host' | 'publicUrl' | 'allowedHosts'>;

/** True if others than this machine's users can reach the page. */
export function isOpenToOthers({ host, publicUrl }: AskedFor): boolean {
  return publicUrl !== undefined || !LOOPBACK.test(host);
}

/**
 * Refuses what another site makes a visitor's browser send: a foreign Host (a name that was rebound
 * to this machine), and anything but reading from elsewhere. An open page is also asked for by an address,
 * which nobody can rebind, by this machine's name and by those allowed.
 * @throws HttpProblem 403
 */
export function expectOwnPage(
  request: IncomingMessage,
  { host: listensOn, publicUrl, allowedHosts = [] }: AskedFor,
): void {
  const host = request.headers.host ?? '';
  const outside = publicUrl === undefined ? undefined : new URL(publicUrl);
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const isOpen = outside === undefined && !LOOPBACK.test(listensOn);
  const isOwn =
    host === outside?.host ||
    LOOPBACK.test(name) ||
    allowedHosts.includes(name) ||
    (isOpen && isOfMachine(name));
  if (!isOwn) throw new HttpProblem(403, 'request-refused');
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign = origin !== undefined && origin !== outside?.origin && !isOriginOf(origin, host);
  if (isForeign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new HttpProblem(403, 'request-refused');
  }
}

/** An address, or the name of this machine. */
function isOfMachine(name: string): boolean {
  const own = hostname().toLowerCase();
  return isIP(name.replace(/^\[|\]$/g, '')) > 0 || name === own || name === `${own}.local`;
}

function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

const TOKEN_COOKIE = 'mugen-token';
const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Lets in who knows the token of the page: by the link `/?token=…` once, and then by a cookie.
 * @returns whether the request was answered by that link
 * @throws HttpProblem 401
 */
export function letIn(
  request: IncomingMessage,
  response: ServerResponse,
  { token, publicUrl }: Pick<WebSettings, 'token' | 'publicUrl'>,
): boolean {
  if (token === undefined) return false;
  const said = new URL(request.url ?? '/', 'http://page').searchParams.get('token');
  if (said !== null && isSame(said, token)) {
    const attributes = `Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secureOf(publicUrl)}`;
    response.writeHead(303, {
      location: publicUrl ?? '/',
      'cache-control': 'no-store',
      'set-cookie': `${TOKEN_COOKIE}=${digest(token).toString('hex')}; ${attributes}`,
    });
    response.end();
    return true;
  }
  const known = cookiesOf(request).get(TOKEN_COOKIE) ?? '';
  if (!isSame(known, digest(token).toString('hex'))) throw new HttpProblem(401, 'page-private');
  return false;
}

/** Of a cookie: over TLS alone where the page is reached so. */
export function secureOf(publicUrl: string | undefined): string {
  return publicUrl?.startsWith('https:') === true ? '; Secure' : '';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}
