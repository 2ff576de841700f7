import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { negotiateLanguage, parseAcceptLanguage } from '../../../../messages/negotiate-language.js';
import { cookiesOf } from '../http/cookies.js';
import { secureOf } from './guard.js';
import type { Language, PlatformPerson } from '../../../../game/people/person.js';

const COOKIE = 'mugen';
const YEAR_S = 365 * 24 * 60 * 60;

/**
 * The visitor, told apart by a random cookie that scripts cannot read, given out on the first visit.
 * The game only sees its hash, so that nobody who reads the database can pass for a visitor.
 */
export function meetVisitor(
  request: IncomingMessage,
  response: ServerResponse,
  publicUrl?: string,
): PlatformPerson {
  const known = secretOf(request);
  const secret = known ?? randomBytes(24).toString('base64url');
  if (known === undefined) {
    const attributes = `Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Strict${secureOf(publicUrl)}`;
    response.setHeader('set-cookie', `${COOKIE}=${secret}; ${attributes}`);
  }
  return toPerson(secret);
}

/** The visitor that a cookie names; undefined without one, and none is given out. */
export function knownVisitor(request: IncomingMessage): PlatformPerson | undefined {
  const secret = secretOf(request);
  return secret === undefined ? undefined : toPerson(secret);
}

function secretOf(request: IncomingMessage): string | undefined {
  const known = cookiesOf(request).get(COOKIE);
  return known !== undefined && /^[\w-]{32}$/.test(known) ? known : undefined;
}

function toPerson(secret: string): PlatformPerson {
  const platformId = createHash('sha256').update(secret).digest('hex').slice(0, 40);
  return { platform: 'web', platformId };
}

/** The language that the page was switched to, else the browser's. */
export function languageOf(request: IncomingMessage): Language {
  return negotiateLanguage([
    cookiesOf(request).get('mugen-language'),
    ...parseAcceptLanguage(request.headers['accept-language']),
  ]);
}
