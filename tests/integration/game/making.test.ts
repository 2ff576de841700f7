import { expect, it, vi } from 'vitest';
import type { PortraitReference } from '../../../src/game/portraits/portrait-reference.js';
import { describeGame } from '../../support/game/describe-game.js';
import { startTestGame } from '../../support/game/test-game.js';

describeGame('making portraits of portraits', (test) => {
  it('pulls the same face for the same seed, and says what was left to chance', async () => {
    const { game } = test;
    const person = await test.meet();
    const prompt = { description: 'blonde blue-eyes' };
    const first = await game.gacha.pull({ person, prompt, seed: 7 });
    const second = await game.gacha.pull({ person, prompt, seed: 7 });
    expect(Buffer.from(second.picture.bytes).equals(first.picture.bytes)).toBe(true);
    expect(first.named).toEqual(['hair_color', 'eye_color']);
    expect(first.drawn).toContain('hair_length');
    expect(first.isRandom).toBe(false);
    expect((await game.gacha.pull({ person, prompt: {} })).isRandom).toBe(true);
    const again = await game.gacha.again({ person, pullId: first.pullId });
    expect(again.named).toEqual(first.named);
    expect(again.seed).not.toBe(7);
  });

  it('keeps the person whose seed is fixed, while luck draws the rest anew, again too', async () => {
    const { game, storage } = test;
    const person = await test.meet();
    const prompt = { description: 'blonde', latentSeed: 7 };
    const first = await game.gacha.pull({ person, prompt, count: 10 });
    const again = await game.gacha.again({ person, pullId: first.pullId });
    const ids = [...first.portraits, ...again.portraits].map(({ id }) => id);
    const records = await storage.portraits.findMany(ids);
    expect(records).toHaveLength(20);
    expect(new Set(records.map(({ z }) => z.join()))).toEqual(new Set([records[0]?.z.join()]));
    expect(new Set(records.map(({ phi }) => phi.join())).size).toBeGreaterThan(1);
    const tooLarge = game.gacha.pull({ person, prompt: { latentSeed: 2 ** 32 } });
    await expect(tooLarge).rejects.toMatchObject({ code: 'seed-out-of-range' });
  });

  it('draws, varies and morphs faces of other versions of its model, unless their layout differs', async () => {
    const { game, storage } = test;
    const person = await test.meet();
    const { portraits } = await game.gacha.pull({ person, prompt: { description: 'blonde' } });
    const [record] = await storage.portraits.findMany([portraits[0]?.id ?? '']);
    if (record === undefined) throw new Error('nothing was stored');
    const store = async (id: string, modelVersion: string): Promise<{ portraitId: string }> => {
      const portrait = { ...record, id, modelVersion };
      await storage.portraits.add([{ portrait, pictures: [] }]);
      return { portraitId: id };
    };
    const older = await store('olderVersion', '0.1.9');
    const picture = await game.portraits.picture(person, older.portraitId);
    expect(picture.bytes.length).toBeGreaterThan(100);
    await expect(game.morphs.vary({ person, reference: older })).resolves.toBeDefined();
    const prompt = { description: 'red hair' };
    await expect(game.morphs.morph({ person, reference: older, prompt })).resolves.toBeDefined();
    const foreign = await store('otherVersion', '0.2.0');
    await expect(game.portraits.picture(person, foreign.portraitId)).rejects.toMatchObject({
      code: 'model-not-installed',
    });
  });

  it('morphs what is named and leaves the rest exactly as it was', async () => {
    const { game, storage } = test;
    const person = await test.meet();
    const { portraits } = await game.gacha.pull({ person, prompt: { description: 'blonde' } });
    const id = portraits[0]?.id ?? '';
    const morph = await game.morphs.morph({
      person,
      reference: { portraitId: id },
      prompt: { options: { hair_color: 'green' } },
      strength: 0.5,
    });
    expect(morph.steps).toHaveLength(7);
    expect(morph.steps[0]?.id).toBe(id);
    expect(morph.steps[3]?.id).toBe(morph.portrait.id);
    expect(morph.changed).toEqual(['hair_color']);
    expect(morph.portrait.attributes.hair_color).toEqual({ blonde: 0.5, green: 0.5 });
    const records = await storage.portraits.findMany(morph.steps.map((step) => step.id));
    expect(records).toHaveLength(7);
    const [source] = records.filter((record) => record.id === id);
    for (const record of records) {
      expect(record.z).toEqual(source?.z);
      expect(record.phi.subarray(12)).toEqual(source?.phi.subarray(12));
    }
    const kept = await game.favorites.keep(person, { portraitId: morph.steps[5]?.id ?? '' });
    expect(kept.outcome).toBe('kept');
    expect((await game.favorites.show(person, 1)).picture.bytes.length).toBeGreaterThan(100);
    await expect(
      game.morphs.morph({
        person,
        reference: { portraitId: id },
        prompt: { options: { hair_color: 'blonde' } },
      }),
    ).rejects.toMatchObject({ code: 'nothing-to-change' });
  });

  it('animates, varies and changes several', async () => {
    const { game } = test;
    const person = await test.meet(undefined, 'web');
    const pull = await game.gacha.pull({ person, prompt: { description: 'black hair' }, count: 3 });
    for (const { id } of pull.portraits) await game.favorites.keep(person, { portraitId: id });
    const animated = await game.morphs.animate({
      person,
      reference: { favorite: 1 },
      prompt: { description: 'pink hair' },
    });
    expect(Buffer.from(animated.animation.bytes).subarray(0, 4).toString()).toBe('GIF8');
    expect(animated.animation.bytes.length).toBeLessThan(2_000_000);
    const varied = await game.morphs.vary({ person, reference: { favorite: '#2' } });
    expect(varied.portraits).toHaveLength(4);
    for (const { attributes } of varied.portraits) {
      expect(attributes).toEqual(varied.source.attributes);
    }
    const changed = await game.morphs.change({ person, prompt: { description: 'white hair' } });
    expect(changed.portraits.map(({ attributes }) => attributes.hair_color)).toEqual([
      { white: 1 },
      { white: 1 },
      { white: 1 },
    ]);
    const eleven = Array.from({ length: 11 }, () => 1);
    await expect(
      game.morphs.change({ person, favorites: eleven, prompt: { description: 'red hair' } }),
    ).rejects.toMatchObject({ code: 'too-many-favourites' });
  });

  it('animates as far as it is told to', async () => {
    const { game, generator, storage } = test;
    const person = await test.meet();
    const { portraits } = await game.gacha.pull({ person, prompt: { description: 'blonde' } });
    const animation = {
      person,
      reference: { portraitId: portraits[0]?.id ?? '' },
      prompt: { options: { hair_color: 'green' } },
    } as const;
    const compose = vi.spyOn(generator, 'compose');
    const { portrait } = await game.morphs.animate({ ...animation, strength: 0.5 });
    expect(portrait.attributes.hair_color).toEqual({ blonde: 0.5, green: 0.5 });
    const frames = compose.mock.calls[0]?.[1] ?? [];
    compose.mockRestore();
    expect(frames).toHaveLength(8);
    expect(frames.at(-1)?.phi).toEqual((await storage.portraits.find(portrait.id))?.phi);
    const whole = await game.morphs.animate(animation);
    expect(whole.portrait.attributes.hair_color).toEqual({ green: 1 });
    for (const strength of [1.5, -0.1, Number.NaN]) {
      await expect(game.morphs.animate({ ...animation, strength })).rejects.toMatchObject({
        code: 'strength-out-of-range',
      });
    }
  });

  it('stores the neighbours of a share code together with its portrait, or neither', async () => {
    const { game, generator, storage } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const pull = await game.gacha.pull({ person: anna, prompt: { description: 'blonde' } });
    const reference = { code: pull.portraits[0]?.code ?? '' };
    vi.spyOn(generator, 'compose').mockRejectedValueOnce(new Error('no more paper'));
    await expect(game.morphs.vary({ person: ben, reference })).rejects.toThrow('no more paper');
    vi.restoreAllMocks();
    expect(await storage.portraits.listOwn(ben.id, 0, 10)).toEqual([]);
    const varied = await game.morphs.vary({ person: ben, reference });
    const stored = await storage.portraits.listOwn(ben.id, 0, 10);
    const made = [varied.source, ...varied.portraits].map(({ id }) => id);
    expect(stored.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
    const [neighbour] = varied.portraits;
    expect(neighbour?.parents).toEqual([varied.source.id]);
    expect(await storage.portraits.findPicture(neighbour?.id ?? '', 256)).toBeDefined();
  });

  it('blends two, redraws the child from its code and its file, and knows its family', async () => {
    const { game, storage } = test;
    const person = await test.meet();
    const pull = await game.gacha.pull({ person, prompt: { description: 'blonde' }, count: 2 });
    const [a = '', b = ''] = pull.portraits.map(({ id }) => id);
    const blend = await game.blends.blend({
      person,
      first: { portraitId: a },
      second: { portraitId: b },
      prompt: { description: 'red eyes' },
    });
    expect(blend.portrait.parents).toEqual([a, b]);
    expect(blend.portrait.attributes.eye_color).toEqual({ red: 1 });
    expect(blend.steps.map(({ id }) => id)).toEqual(expect.arrayContaining([a, b]));
    const stranger = await test.meet();
    const { code } = blend.portrait;
    expect(game.redraws.findCode(`see ${code}.`)).toBe(code);
    const redrawn = await game.redraws.redraw({ person: stranger, code: `see ${code}.` });
    const [original, copy] = await Promise.all(
      [blend.portrait.id, redrawn.portrait.id].map((id) => storage.portraits.find(id)),
    );
    expect(copy?.z).toEqual(original?.z);
    expect(copy?.phi).toEqual(original?.phi);
    const { bytes } = blend.picture;
    const fromFile = await game.redraws.redraw({ person: stranger, picture: bytes });
    expect(fromFile.portrait.code).toBe(code);
    const tree = await game.families.tree({ person, reference: { portraitId: blend.portrait.id } });
    expect(tree).toMatchObject({ size: 3, isCut: false });
    expect(tree.root.parents.map(({ id }) => id)).toEqual([a, b]);
    expect(tree.picture.bytes.length).toBeGreaterThan(100);
  });

  it('leaves names with forbidden words out of a family that is shown on a server', async () => {
    const { game } = test;
    const person = await test.meet();
    const pull = await game.gacha.pull({ person, prompt: { description: 'blonde' } });
    const reference = { portraitId: pull.portraits[0]?.id ?? '' };
    await game.favorites.keep(person, reference);
    await game.favorites.name(person, 1, 'Rotten Apple');
    const where = { serverId: 's-words', channelId: 'c1' };
    await game.servers.change(
      { platform: person.platform, serverId: where.serverId },
      { forbiddenWords: ['rotten'] },
      { mayManage: true },
    );
    const nameAt = async (place?: typeof where): Promise<string | undefined> => {
      const tree = await game.families.tree({ person, reference, ...(place && { where: place }) });
      return tree.root.favorite?.name;
    };
    expect(await nameAt()).toBe('Rotten Apple');
    expect(await nameAt(where)).toBeUndefined();
  });

  it('blends with what is not theirs only in the same channel and if they allow it', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const hers = await game.gacha.pull({ person: anna, prompt: { description: 'blonde' } });
    const his = await game.gacha.pull({ person: ben, prompt: { description: 'black hair' } });
    const at = { channelId: 'c9', messageId: 'm9', serverId: 's9' };
    await game.posts.record({ person: anna, kind: 'pull', portraits: hers.portraits, at });
    const blend = (channelId: string): Promise<unknown> =>
      game.blends.blend({
        person: ben,
        first: { portraitId: his.portraits[0]?.id ?? '' },
        second: { post: { platform: 'discord', channelId: 'c9', messageId: 'm9' } },
        where: { serverId: 's9', channelId },
      });
    await expect(blend('c8')).rejects.toMatchObject({ code: 'not-yours' });
    await expect(blend('c9')).resolves.toMatchObject({ ratio: 0.5 });
    await game.privacy.change(anna, { allowsBlending: false });
    await expect(blend('c9')).rejects.toMatchObject({ code: 'blend-not-allowed' });
  });

  it('blends with nobody’s closed faces by any way: kept, by code, drawn again, a step of a strip', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const [hers] = (await game.gacha.pull({ person: anna, prompt: { description: 'blonde' } }))
      .portraits;
    const [his] = (await game.gacha.pull({ person: ben, prompt: { description: 'black hair' } }))
      .portraits;
    if (hers === undefined || his === undefined) throw new Error('nothing was drawn');
    const at = { channelId: 'c7', messageId: 'm7' };
    await game.posts.record({ person: anna, kind: 'pull', portraits: [hers], at });
    const kept = await game.favorites.keep(ben, { portraitId: hers.id });
    const number = kept.outcome === 'no-post' ? 0 : kept.favorite.number;
    const again = await game.redraws.redraw({ person: ben, code: hers.code });
    const reference = { portraitId: hers.id };
    const prompt = { description: 'red hair' };
    const strip = await game.morphs.morph({ person: ben, reference, prompt });
    const ways: readonly PortraitReference[] = [
      { portraitId: hers.id },
      { favorite: number },
      { code: hers.code },
      { portraitId: again.portrait.id },
      { portraitId: strip.steps[0]?.id ?? '' },
    ];
    const blend = (second: PortraitReference): Promise<unknown> =>
      game.blends.blend({
        person: ben,
        first: { portraitId: his.id },
        second,
        where: { channelId: 'c7' },
      });
    for (const way of ways) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(blend(way)).resolves.toMatchObject({ ratio: 0.5 });
      test.advance(60_000);
    }
    await game.privacy.change(anna, { allowsBlending: false });
    for (const way of ways) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(blend(way)).rejects.toMatchObject({ code: 'blend-not-allowed' });
    }
    await expect(blend({ portraitId: strip.portrait.id })).resolves.toBeDefined();
    await expect(
      game.blends.blend({ person: anna, first: reference, second: { code: his.code } }),
    ).resolves.toBeDefined();
  });

  it('follows the limits of people and servers', async () => {
    const strict = await startTestGame({
      generator: test.generator,
      settings: { personPicturesPerMinute: 4 },
    });
    const { game } = strict;
    const person = await strict.meet();
    const where = { serverId: 's', channelId: 'c' };
    const server = { platform: 'discord', serverId: 's' } as const;
    await game.gacha.pull({ person, prompt: {}, count: 4, where });
    await expect(game.gacha.pull({ person, prompt: {}, where })).rejects.toMatchObject({
      code: 'cooldown',
      context: { scope: 'person', retryAfterMs: 15_000 },
    });
    strict.advance(15_000);
    await expect(game.gacha.pull({ person, prompt: {}, where })).resolves.toBeDefined();
    await expect(
      game.servers.change(server, { allowedChannels: ['other'] }, { mayManage: false }),
    ).rejects.toMatchObject({ code: 'manager-only' });
    const settings = { allowedChannels: ['other'], isEndlessAllowed: false };
    await game.servers.change(server, settings, { mayManage: true });
    await expect(game.gacha.pull({ person, prompt: {}, where })).rejects.toMatchObject({
      code: 'channel-not-allowed',
    });
    strict.advance(15_000);
    const thread = { ...where, channelId: 'thread', parentChannelId: 'other' };
    expect((await game.gacha.pull({ person, prompt: {}, where: thread })).portraits).toHaveLength(
      1,
    );
    await expect(game.endless.start({ person, prompt: {}, where })).rejects.toMatchObject({
      code: 'endless-not-allowed',
    });
    await strict.close();
  });

  it('goes on pulling until told to stop, once a person', async () => {
    const fast = await startTestGame({
      generator: test.generator,
      settings: { endlessIntervalMs: 1, endlessLimit: 3 },
    });
    const { game } = fast;
    const person = await fast.meet();
    const run = await game.endless.start({ person, prompt: { description: 'blue hair' } });
    await expect(game.endless.start({ person, prompt: {} })).rejects.toMatchObject({
      code: 'endless-already-running',
    });
    let pulls = 0;
    for await (const { portraits } of run.results) pulls += portraits.length;
    expect([pulls, run.ending()]).toEqual([3, 'limit']);
    const second = await game.endless.start({ person, prompt: {} });
    for await (const result of second.results) {
      expect(result.isRandom).toBe(true);
      expect(await game.endless.stop({ person, runId: second.id })).toBe(true);
    }
    expect(second.ending()).toBe('stopped');
    expect(await game.endless.stop({ person })).toBe(false);
    await fast.close();
  });

  it('asks for something to draw again where nothing was given', async () => {
    const { game } = test;
    const person = await test.meet();
    for (const given of [{}, { code: '  ' }]) {
      await expect(game.redraws.redraw({ person, ...given })).rejects.toMatchObject({
        code: 'nothing-to-redraw',
      });
    }
  });

  it('previews for a bench without storing anything', async () => {
    const { game } = test;
    const person = await test.meet(undefined, 'web');
    const { portraits } = await game.gacha.pull({ person, prompt: {} });
    const reference = { portraitId: portraits[0]?.id ?? '' };
    const weights = { hair_color: { red: 1, pink: 1 } };
    const frame = await game.morphs.preview({
      person,
      reference,
      prompt: { weights },
      strength: 0.3,
    });
    expect(frame.mediaType).toBe('image/webp');
    await expect(
      game.morphs.preview({ person, reference, prompt: { weights: { hair_color: { plaid: 1 } } } }),
    ).rejects.toMatchObject({ code: 'option-not-allowed' });
  });

  it('keeps the state of a conversation until it ends or expires', async () => {
    const { game } = test;
    const key = { platform: 'telegram', channelId: '1', platformId: '2' } as const;
    await game.conversations.save(key, { step: 'eyes', chosen: [1, 2] }, 60_000);
    expect(await game.conversations.find(key)).toEqual({ step: 'eyes', chosen: [1, 2] });
    test.advance(60_001);
    expect(await game.conversations.find(key)).toBeUndefined();
  });
});
