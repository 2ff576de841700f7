import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that a request comes from. What proxies said of it counts only as far back as there are trusted
 * ones: everything before that anybody may have written.
 *
 * @param trustedProxies proxies between the page and its visitors; 0: the header is not read
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): string {
  const nearest = socket.remoteAddress ?? '';
  if (trustedProxies === 0) return nearest;
  const forwarded = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  return forwarded.at(-trustedProxies)?.trim() || nearest;
}

/** The part of an address that one subscriber has: of IPv6, the first 64 bits. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/^\[|\]$/g, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  const all = tail === undefined ? groups : [...groups, ...gap, ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}
