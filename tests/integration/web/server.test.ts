import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ModelLoadError } from '../../../src/errors/app-error.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { Game } from '../../../src/game/game.js';
import { startTestGame, startTinyGenerator, type TestGame } from '../../support/game/test-game.js';
import { evenPicture, movingPicture, passedOn } from '../../support/imaging/sent-pictures.js';
import { readEvents, startWeb, Visitor, type WebStage } from '../../support/web/web-harness.js';

let generator: PortraitGenerator;
let stage: TestGame;
let server: WebStage;
let ann: Visitor;

beforeAll(async () => {
  generator = await startTinyGenerator();
  stage = await startTestGame({ generator, settings: { endlessIntervalMs: 0 } });
  server = await startWeb(Promise.resolve(stage.game));
  ann = new Visitor(server.web.address);
});

afterAll(async () => {
  await server.web.stop();
  await stage.close();
  await generator.close();
});

const pullOne = (visitor: Visitor, description = 'blonde blue-eyes') =>
  visitor.reply('pull', 'pull', { prompt: { description } });

describe('the page itself', () => {
  it('comes in the language of the browser, with its sentences', async () => {
    const html = await (
      await new Visitor(server.web.address, 'zh-HK,en;q=0.5').request('/')
    ).text();
    expect(html).toContain('<html lang="zh-TW"');
    expect(html).toContain('無限轉蛋');
  });

  it('lets nothing in from elsewhere', async () => {
    const { headers } = await ann.request('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells visitors apart by a cookie that scripts cannot read', async () => {
    const response = await fetch(server.web.address);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../../.env',
    '//etc/passwd',
  ])('serves nothing but the page: %s', async (path) => {
    const { port } = new URL(server.web.address);
    const status = await new Promise((resolve) => {
      rawRequest({ host: '127.0.0.1', port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(404);
  });
});

describe('a pull', () => {
  it('tells how far it is, then shows a face and says how the words were read', async () => {
    const events = await ann.events('say', { text: '/gacha blonde, zorp, blue eyes' });
    expect(events.map(({ type }) => type)).toContain('progress');
    const reply = events.find((event) => event.type === 'reply');
    expect(reply).toMatchObject({
      reply: { kind: 'pull', portraits: [{ named: 'blonde hair, blue eyes' }] },
    });
    expect(JSON.stringify(reply)).toContain('I don’t know “zorp”');
    expect(events.at(-1)).toEqual({ type: 'done' });
  });

  it('gives the picture to its owner, in two sizes and formats', async () => {
    const { portraits } = await pullOne(ann);
    const path = `/api/portraits/${portraits[0]?.id}/picture`;
    const webp = await ann.request(path);
    expect(webp.headers.get('content-type')).toBe('image/webp');
    const png = await ann.request(`${path}?size=thumbnail&format=png&download`);
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(png.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('registers nobody who only looks', async () => {
    const { storage } = stage;
    const before = await storage.people.findOrCreate('web', 'somebody', new Date());
    for (const path of [
      '/api/portraits/abc/picture',
      '/api/export',
      '/api/portraits/abc/picture',
    ]) {
      const response = await fetch(`${server.web.address}${path}`);
      expect([response.status, response.headers.get('set-cookie')]).toEqual([404, null]);
    }
    const after = await storage.people.findOrCreate('web', 'somebody else', new Date());
    expect(after.id).toBe(before.id + 1);
  });

  it('keeps it from everybody else', async () => {
    const { portraits } = await pullOne(ann);
    const [portrait] = portraits;
    const bob = new Visitor(server.web.address);
    expect((await bob.request(`/api/portraits/${portrait?.id}/picture`)).status).toBe(404);
    expect((await bob.refusal('keep', { portraitId: portrait?.id })).code).toBe('not-yours');
    expect((await bob.request(`/api/portraits/${portrait?.id}/picture`)).status).toBe(403);
    const morph = { reference: { portraitId: portrait?.id }, prompt: { description: 'red hair' } };
    expect((await bob.refusal('morph', morph)).code).toBe('not-yours');
  });

  it('draws ten, and again ten', async () => {
    const ten = await ann.reply('pull', 'say', { text: '/gacha pink hair x10' });
    expect(ten.portraits).toHaveLength(10);
    const again = await ann.reply('pull', 'again', { pullId: ten.pullId, count: 10 });
    expect(again.portraits.map(({ id }) => id)).not.toContain(ten.portraits[0]?.id);
  });

  it('answers in the language of the browser when nothing is understood', async () => {
    const ken = new Visitor(server.web.address, 'ja');
    const { code, text } = await ken.refusal('say', { text: 'xyzzy plugh' });
    expect(code).toBe('description-not-understood');
    expect(text).toContain('金髪');
  });

  it('goes on without end until it is stopped', async () => {
    const eve = new Visitor(server.web.address);
    const abort = new AbortController();
    const response = await eve.post('/api/do/endless', { prompt: {} }, { signal: abort.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (readEvents(text).filter(({ type }) => type === 'reply').length < 3) {
      text += (await reader?.read())?.value ?? '';
    }
    const stopped = await eve.reply('note', 'stop', {});
    expect(stopped.text).toBe('Stopping…');
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      text += part.value;
    }
    expect(readEvents(text).at(-1)).toEqual({ type: 'done' });
    expect(text).toMatch(/Stopped after \d+ pulls/);
  });

  it('ends an endless run when its visitor goes away', async () => {
    const eve = new Visitor(server.web.address);
    const abort = new AbortController();
    await eve.post('/api/do/endless', { prompt: {} }, { signal: abort.signal });
    abort.abort();
    await expect
      .poll(async () => (await eve.reply('note', 'stop', {})).text, { timeout: 10_000 })
      .toBe('There are no endless pulls going on.');
  });
});

describe('favourites', () => {
  it('are kept, named, tagged, listed and let go', async () => {
    const kim = new Visitor(server.web.address);
    const { portraits } = await pullOne(kim);
    const portraitId = portraits[0]?.id;
    expect((await kim.reply('favorite', 'keep', { portraitId })).text).toBe('Kept as No. 1.');
    expect((await kim.reply('favorite', 'keep', { portraitId })).text).toContain('already');
    await kim.reply('favorite', 'say', { text: '/name 1 <b>Yuki</b>' });
    await kim.reply('favorite', 'say', { text: '/tag 1 cute red' });
    const page = await kim.reply('favorites', 'favorites', { tag: 'cute' });
    expect(page.items).toMatchObject([{ number: 1, name: '<b>Yuki</b>', tags: ['cute', 'red'] }]);
    expect((await kim.reply('unkept', 'say', { text: '/drop 1' })).portraitId).toBe(portraitId);
    expect((await kim.reply('favorites', 'favorites', {})).total).toBe(0);
  });

  it('become others on the editors', async () => {
    const lee = new Visitor(server.web.address);
    const first = (await pullOne(lee)).portraits[0];
    const second = (await pullOne(lee, 'black hair red eyes')).portraits[0];
    const reference = { portraitId: first?.id };
    const frame = await lee.post('/api/preview/morph', {
      reference,
      prompt: { weights: { hair_color: { blonde: 0.5, green: 0.5 } } },
      size: 'thumbnail',
    });
    expect(frame.headers.get('content-type')).toBe('image/webp');
    const blend = { first: reference, second: { portraitId: second?.id }, ratio: 0.3 };
    expect((await lee.post('/api/preview/blend', blend)).status).toBe(200);
    const strip = await lee.reply('strip', 'blend', blend);
    expect(strip.steps).toHaveLength(7);
    const morph = { reference, prompt: { description: 'green hair' } };
    expect((await lee.reply('strip', 'morph', morph)).title).toBe(
      'blonde hair, blue eyes → green hair',
    );
    const { picture } = await lee.reply('animation', 'animate', morph);
    expect(picture).toMatch(/^data:image\/gif;base64,/);
    await lee.reply('favorite', 'keep', { portraitId: strip.chosen.id });
    const family = await lee.reply('family', 'say', { text: '/family 1' });
    expect(family.root.parents.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it('are drawn again from a code and from a file', async () => {
    const { portraits } = await pullOne(ann);
    const [portrait] = portraits;
    const other = new Visitor(server.web.address);
    const again = await other.reply('portraits', 'say', { text: `/redraw ${portrait?.code}` });
    expect(again.portraits[0]?.code).toBe(portrait?.code);
    expect(again.title).toBe('Drawn again from its recipe.');
    const file = await ann.request(`/api/portraits/${portrait?.id}/picture?format=png`);
    const sent = await other.request('/api/adopt', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: await file.arrayBuffer(),
    });
    const events = await sent.text();
    expect(events).toContain(portrait?.code);
    expect(events).toContain('"title":"Drawn again from its recipe."');
  });

  it('are found by their looks in a file without its recipe', async () => {
    const person = await stage.game.people.meet({ platform: 'web', platformId: 'looks' });
    const { picture } = await stage.game.gacha.pull({ person, prompt: {} });
    const send = async (type: string, bytes: Uint8Array) => {
      const body = Buffer.from(bytes);
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      return (await ann.request('/api/adopt', init)).text();
    };
    const seen = await send('image/jpeg', await passedOn(picture.bytes));
    expect(seen).toMatch(/"title":"I see: .+\\n1 is the nearest face I can draw/);
    expect(seen.match(/"code":/g)).toHaveLength(4);
    expect(await send('image/png', await evenPicture())).toContain('no drawn face');
    expect(await send('image/gif', await movingPicture())).toContain('moves');
    expect(await send('image/tiff', await evenPicture())).toContain('cannot be opened');
  });

  it('are drawn again all together from the file of a grid', async () => {
    const person = await stage.game.people.meet({ platform: 'web', platformId: 'grid' });
    const grid = await stage.game.gacha.pull({ person, prompt: {}, count: 3 });
    const sent = await ann.request('/api/adopt', {
      method: 'POST',
      headers: { 'content-type': grid.picture.mediaType },
      body: Buffer.from(grid.picture.bytes),
    });
    const events = await sent.text();
    for (const { code } of grid.portraits) expect(events).toContain(code);
  });

  it('that others were made of are not said to have no children', async () => {
    const mia = new Visitor(server.web.address);
    const reference = { portraitId: (await pullOne(mia)).portraits[0]?.id };
    await mia.reply('strip', 'morph', { reference, prompt: { description: 'green hair' } });
    const { text } = await mia.reply('family', 'family', { reference });
    expect(text).toMatch(/was pulled, not made of others\.$/);
  });

  it('are exported, and forgotten for good', async () => {
    const max = new Visitor(server.web.address);
    const { portraits } = await pullOne(max);
    await max.reply('favorite', 'keep', { portraitId: portraits[0]?.id });
    const offered = await max.reply('export', 'say', { text: '/export' });
    expect(offered).toMatchObject({
      text: 'Everything of yours: one face and its recipe.',
      parts: 1,
    });
    const zip = await max.request('/api/export?part=1');
    expect(zip.headers.get('content-type')).toBe('application/zip');
    const { token } = await max.reply('forget', 'say', { text: '/forget-me' });
    expect((await max.refusal('erase-me', { token: 'wrong' })).code).toBe('confirmation-expired');
    await max.reply('forgotten', 'erase-me', { token });
    expect((await max.reply('favorites', 'favorites', {})).total).toBe(0);
  });
});

describe('an export', () => {
  it('counts every face, not only those that are kept', async () => {
    const nell = new Visitor(server.web.address);
    await nell.reply('pull', 'pull', { prompt: {}, count: 3 });
    const { text } = await nell.reply('export', 'export', {});
    expect(text).toBe('Everything of yours: 3 faces and their recipes.');
  });

  it('says that there is nothing, and offers nothing, where there is nothing', async () => {
    const nobody = new Visitor(server.web.address);
    const { text } = await nobody.reply('note', 'export', {});
    expect(text).toBe('There is nothing of yours to export yet.');
  });

  it('gives all of its parts where one file would be too large', async () => {
    const { privacy } = stage.game;
    const pack = privacy.export.bind(privacy);
    const spy = vi.spyOn(privacy, 'export').mockImplementation((who) => pack(who, { maxBytes: 1 }));
    const olga = new Visitor(server.web.address);
    const { portraits } = await olga.reply('pull', 'pull', { prompt: {}, count: 3 });
    const { parts } = await olga.reply('export', 'export', {});
    expect(parts).toBe(3);
    const files = [1, 2, 3].map((part) => olga.request(`/api/export?part=${part}`));
    const names: string[] = [];
    let content = '';
    for (const file of await Promise.all(files)) {
      names.push(file.headers.get('content-disposition') ?? '');
      content += Buffer.from(await file.arrayBuffer()).toString('latin1');
    }
    expect(new Set(names).size).toBe(3);
    for (const { id } of portraits) expect(content).toContain(`-${id}.webp`);
    for (const part of ['0', '4', '1.5', 'x', '']) {
      expect((await olga.request(`/api/export?part=${part}`)).status).toBe(404);
    }
    spy.mockRestore();
  });
});

describe('what does not belong', () => {
  it.each([
    ['no JSON', { body: '{' }, 400],
    ['a form of another site', { headers: { 'content-type': 'text/plain' } }, 415],
    ['another site', { headers: { origin: 'https://evil.example' } }, 403],
    ['too much', { body: `"${'x'.repeat(200_000)}"` }, 413],
  ])('is refused with a sentence: %s', async (_, init, status) => {
    const response = await ann.post('/api/do/pull', { prompt: {} }, init);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { text: string }).text).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['pull', {}],
    ['pull', { prompt: { description: 5 } }],
    ['pull', { prompt: {}, count: 11 }],
    ['pull', { prompt: {}, count: 1.5 }],
    ['pull', { prompt: {}, seed: -1 }],
    ['pull', { prompt: { options: { tail: 'fox' } } }],
    ['pull', { prompt: { weights: { hair_color: { blonde: -1 } } } }],
    ['pull', { prompt: { description: 'a'.repeat(10_000) } }],
    ['keep', { portraitId: '../../etc/passwd' }],
    ['keep', { portraitId: "x' OR 1=1 --" }],
    ['say', { text: '/dance' }],
    ['morph', { reference: { favorite: 99 }, prompt: { description: 'red hair' } }],
    ['favorites', { page: 0 }],
  ])('is refused in the stream: %s %j', async (action, input) => {
    const { code, text } = await ann.refusal(action, input);
    expect(code).not.toBe('unexpected');
    expect(text.length).toBeGreaterThan(10);
  });

  it.each(['/api/do/nothing', '/api/nothing', '/api/do/__proto__'])(
    'is not there: %s',
    async (path) => {
      expect((await ann.post(path, {})).status).toBe(404);
    },
  );

  it('left no fault in the log', () => {
    expect(server.faults).toEqual([]);
  });
});

describe('a server whose game is not ready', () => {
  it('says that it is warming up, then answers', async () => {
    let finish: (game: Game) => void = () => undefined;
    const late = await startWeb(new Promise((resolve) => (finish = resolve)));
    const visitor = new Visitor(late.web.address);
    expect((await visitor.request('/')).status).toBe(200);
    const events = visitor.events('pull', { prompt: {} });
    setTimeout(() => finish(stage.game), 300);
    expect((await events).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['warming', 'reply', 'done']),
    );
    await late.web.stop();
  });

  it('says why when it never will be', async () => {
    const failing = Promise.reject(new ModelLoadError('model-folder-missing', 'no folder'));
    failing.catch(() => undefined);
    const broken = await startWeb(failing);
    const { code, text } = await new Visitor(broken.web.address).refusal('pull', { prompt: {} });
    expect([code, text]).toEqual([
      'model-folder-missing',
      expect.stringContaining('model is missing'),
    ]);
    await broken.web.stop();
  });

  it('has an address only while it listens, and says so without a fault', async () => {
    const brief = await startWeb(new Promise(() => undefined));
    expect(brief.web.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await brief.web.stop();
    expect(brief.web.address).toBe('');
  });

  it('ends what is still running when it stops', async () => {
    const waiting = await startWeb(new Promise(() => undefined));
    const response = await new Visitor(waiting.web.address).post('/api/do/pull', { prompt: {} });
    await waiting.web.stop();
    await expect(response.text()).resolves.toBeTypeOf('string');
  });
});
