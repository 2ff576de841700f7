import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { negotiateLanguage, parseAcceptLanguage } from '../../../messages/negotiate-language.js';
import { cookiesOf } from './cookies.js';
import { secureOf } from './guard.js';
import type { Language, PlatformPerson } from '../../../game/people/person.js';

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
  const known = cookiesOf(request).get(COOKIE);
  const secret =
    known !== undefined && /^[\w-]{32}$/.test(known)
      ? known
      : randomBytes(24).toString('base64url');
  if (secret !== known) {
    const attributes = `Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Strict${secureOf(publicUrl)}`;
    response.setHeader('set-cookie', `${COOKIE}=${secret}; ${attributes}`);
  }
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
