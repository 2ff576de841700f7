import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebFrontEnd, type WebFrontEnd } from '../../../src/bots/web/web-front-end.js';
import type { Game } from '../../../src/game/game.js';
import { createMessages } from '../../../src/messages/messages.js';
import { BUILT_PAGE } from '../../support/web/built-page.js';

const log = { error: () => undefined, warn: () => undefined, info: () => undefined };

describe('a page with a token, behind a proxy with TLS', () => {
  let web: WebFrontEnd;
  const get = (path: string, cookie = '') =>
    fetch(`${web.address}${path}`, { redirect: 'manual', headers: { cookie } });

  beforeAll(async () => {
    const publicUrl = 'https://play.example/';
    const where = { host: '127.0.0.1', port: 0, pageFolder: BUILT_PAGE };
    web = createWebFrontEnd({
      game: new Promise<Game>(() => undefined),
      messages: createMessages(),
      log,
      settings: { ...where, publicUrl, token: 'open-sesame' },
    });
    await web.start();
  });
  afterAll(() => web.stop());

  it.each(['/', '/api/sentences', '/?token=open-sesam', '/favicon.svg'])(
    'answers nothing to whoever does not know it: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('private');
    },
  );

  it('lets in by the link, and then by a cookie that scripts cannot read and only TLS carries', async () => {
    const link = await get('/?token=open-sesame');
    expect([link.status, link.headers.get('location')]).toEqual([303, 'https://play.example/']);
    const given = link.headers.get('set-cookie') ?? '';
    expect(given).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
    expect(given).not.toContain('open-sesame');
    const page = await get('/', given.split(';')[0]);
    expect(page.status).toBe(200);
    expect(page.headers.get('set-cookie')).toMatch(/^mugen=.*; Secure$/);
  });
});
