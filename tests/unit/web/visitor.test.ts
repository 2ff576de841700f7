import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { meetVisitor } from '../../../src/bots/web/server/protection/visitor.js';

const SECRET = 'abcdefghijklmnopqrstuvwxyz-_0123';

function meet(cookie?: string): { platformId: string; setCookie: string } {
  const request = new IncomingMessage(new Socket());
  if (cookie !== undefined) request.headers.cookie = cookie;
  const response = new ServerResponse(request);
  const { platformId } = meetVisitor(request, response);
  return { platformId, setCookie: String(response.getHeader('set-cookie') ?? '') };
}

describe('meetVisitor', () => {
  it('knows a visitor by their cookie, among others', () => {
    const known = meet(`mugen=${SECRET}`);
    expect(known.setCookie).toBe('');
    expect(meet(`theme=dark; mugen=${SECRET}; x=1`)).toEqual(known);
  });

  it.each([
    ['no cookie', undefined],
    ['a shorter one', `mugen=${SECRET.slice(1)}`],
    ['one with letters before it', `mugen=x${SECRET}`],
    ['one with letters after it', `mugen=${SECRET}x`],
    ['signs that it never gives out', `mugen=${SECRET.slice(1)}/`],
    ['the cookie of another name', `xmugen=${SECRET}`],
  ])('gives out a new cookie for %s', (_, cookie) => {
    const { setCookie, platformId } = meet(cookie);
    expect(setCookie).toMatch(
      /^mugen=[\w-]{32}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/,
    );
    expect(platformId).toMatch(/^[0-9a-f]{40}$/);
    expect(platformId).not.toBe(meet(`mugen=${SECRET}`).platformId);
  });

  it('never stores the cookie itself', () => {
    expect(SECRET).not.toContain(meet(`mugen=${SECRET}`).platformId);
  });
});
