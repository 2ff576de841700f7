import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpProblem } from './http-problem.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
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

/**
 * Refuses what another site makes a visitor's browser send: a foreign Host (a name that was rebound
 * to this machine) while the page listens on loopback only, and anything but reading from elsewhere.
 * @throws HttpProblem 403
 */
export function expectOwnPage(request: IncomingMessage, listensOn: string): void {
  const host = request.headers.host ?? '';
  if (LOOPBACK.test(listensOn) && !LOOPBACK.test(host.replace(/:\d+$/, ''))) {
    throw new HttpProblem(403, 'request-refused');
  }
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign = origin !== undefined && !isOriginOf(origin, host);
  if (isForeign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new HttpProblem(403, 'request-refused');
  }
}

function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
