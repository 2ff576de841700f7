import type { IncomingMessage } from 'node:http';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { expectOwnPage } from '../../../src/bots/web/server/protection/guard.js';

function check(
  method: string,
  headers: Record<string, string>,
  host = '127.0.0.1',
  publicUrl?: string,
): void {
  const allowedHosts = ['play.lan'];
  const settings = { host, allowedHosts, ...(publicUrl === undefined ? {} : { publicUrl }) };
  expectOwnPage({ method, headers } as unknown as IncomingMessage, settings);
}

const refusal = expect.objectContaining({ status: 403, code: 'request-refused' }) as Error;

describe('expectOwnPage', () => {
  it.each(['127.0.0.1:8080', 'localhost:8080', '[::1]:8080', 'localhost'])('serves %s', (host) => {
    expect(() => check('GET', { host })).not.toThrow();
  });

  it('refuses a foreign name that was pointed at this machine', () => {
    expect(() => check('GET', { host: 'evil.example:8080' })).toThrow(refusal);
    expect(() => check('GET', { host: 'localhost.evil.example' })).toThrow(refusal);
  });

  it.each([
    '192.168.1.5:8080',
    '[fe80::1]:8080',
    `${hostname()}:8080`,
    'play.lan:8080',
    'localhost',
  ])('serves %s where it is open to the network', (host) => {
    expect(() => check('GET', { host }, '0.0.0.0')).not.toThrow();
  });

  it('refuses every other name there, which somebody may have pointed at this machine', () => {
    expect(() => check('GET', { host: 'evil.example:8080' }, '0.0.0.0')).toThrow(refusal);
  });

  it.each([
    ['hands the name on', 'play.example'],
    ['puts its own in place', '127.0.0.1:8080'],
  ])('takes what its own page sends through a proxy that %s', (_, host) => {
    const headers = { host, origin: 'https://play.example', 'sec-fetch-site': 'same-origin' };
    expect(() => check('POST', headers, '127.0.0.1', 'https://play.example')).not.toThrow();
    expect(() => check('POST', headers)).toThrow(refusal);
  });

  it('refuses other names and origins than the public one, also where it is open to the network', () => {
    const url = 'https://play.example';
    const elsewhere = { host: 'evil.example' };
    expect(() => check('GET', elsewhere, '0.0.0.0', url)).toThrow(refusal);
    const headers = { host: 'play.example', origin: 'https://evil.example' };
    expect(() => check('POST', headers, '0.0.0.0', url)).toThrow(refusal);
  });

  it('takes what its own page sends', () => {
    const host = 'localhost:8080';
    const headers = { host, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' };
    expect(() => check('POST', headers)).not.toThrow();
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:9090' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses a request with %j', (headers) => {
    expect(() => check('POST', { host: 'localhost:8080', ...headers })).toThrow(refusal);
  });
});
