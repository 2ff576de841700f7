import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWebFrontEnd, type WebFrontEnd } from '../../../src/bots/web/web-front-end.js';
import { ModelLoadError } from '../../../src/errors/app-error.js';
import type { Game } from '../../../src/game/game.js';
import { createMessages } from '../../../src/messages/messages.js';
import { describeWith } from '../../support/describe-with.js';
import { PROXIES, type Proxy } from '../../support/hosting/proxies.js';
import { BUILT_PAGE } from '../../support/web/built-page.js';

const log = { error: () => undefined, warn: () => undefined, info: () => undefined };
const REQUESTS = 20;
const origin = 'https://play.example';
const json = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };

for (const kind of PROXIES) {
  const { name, need } = kind;
  describeWith(need, `the page behind ${name}, as in deploy/`, { timeout: 120_000 }, () => {
    let web: WebFrontEnd;
    let proxy: Proxy;
    let failGame: (error: Error) => void = () => undefined;

    beforeAll(async () => {
      const game = new Promise<Game>((_, reject) => (failGame = reject));
      game.catch(() => undefined);
      const where = { host: '127.0.0.1', port: 0, pageFolder: BUILT_PAGE };
      const outside = { publicUrl: origin, trustedProxies: 1, requestsPerMinute: REQUESTS };
      const settings = { ...where, ...outside };
      web = createWebFrontEnd({ game, messages: createMessages(), log, settings });
      await web.start();
      proxy = await kind.start(new URL(web.address));
    }, 120_000);
    afterAll(async () => {
      await proxy.stop();
      await web.stop();
    });

    it('is served, with cookies for TLS alone', async () => {
      const page = await proxy.ask('/');
      expect(page.statusCode).toBe(200);
      expect(page.headers['set-cookie']?.[0]).toMatch(/; Secure$/);
      page.destroy();
    });

    it('refuses what another site sends', async () => {
      const headers = { ...json, origin: 'https://evil.example' };
      const answer = await proxy.ask('/api/do/say', { headers, body: '{"text":"/help"}' });
      expect(answer.statusCode).toBe(403);
    });

    it('sends events at once: the first is there before the next one happens', async () => {
      const stream = await proxy.ask('/api/do/say', { headers: json, body: '{"text":"/help"}' });
      expect(await firstOf(stream)).toContain('warming');
      failGame(new ModelLoadError('model-folder-missing', 'none'));
      expect(await firstOf(stream)).toContain('failed');
    });

    it('holds each visitor to their own limit, whatever address they write down', async () => {
      const statuses = new Set<number | undefined>();
      for (let at = 0; at <= REQUESTS; at += 1) {
        const headers = { 'x-forwarded-for': `198.51.100.${at}` };
        const answer = await proxy.ask('/favicon.svg', { headers });
        answer.resume();
        statuses.add(answer.statusCode);
      }
      expect(statuses).toContain(429);
      // Past the proxy, from an address that nobody has used up.
      expect((await fetch(`${web.address}/favicon.svg`, elsewhere())).status).toBe(200);
    });
  });
}

function elsewhere(): RequestInit {
  return { headers: { 'x-forwarded-for': '203.0.113.9' } };
}

/** The next chunk, without waiting for the end. */
async function firstOf(stream: IncomingMessage): Promise<string> {
  const [chunk] = (await once(stream, 'data')) as [Buffer];
  return chunk.toString();
}
