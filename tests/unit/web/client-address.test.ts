import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  clientAddress,
  networkOf,
} from '../../../src/bots/web/server/protection/client-address.js';

function from(forwarded: string | undefined, trustedProxies: number): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const request = { headers, socket: { remoteAddress: '10.0.0.1' } };
  return clientAddress(request as unknown as IncomingMessage, trustedProxies);
}

describe('clientAddress', () => {
  it('believes no header unless it is told of a proxy', () => {
    expect(from('198.51.100.7', 0)).toBe('10.0.0.1');
  });

  it('takes what the last trusted proxy saw, whatever the visitor wrote before it', () => {
    expect(from('1.2.3.4, 198.51.100.7', 1)).toBe('198.51.100.7');
    expect(from('1.2.3.4, 198.51.100.7, 10.0.0.2', 2)).toBe('198.51.100.7');
  });

  it('takes the nearest where a request came past the proxies', () => {
    expect(from(undefined, 1)).toBe('10.0.0.1');
    expect(from('', 1)).toBe('10.0.0.1');
  });
});

describe('networkOf', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
