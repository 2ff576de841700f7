import { expect, it } from 'vitest';
import { describeGame } from '../../support/game/describe-game.js';

const CHANNEL = { platform: 'discord', channelId: 'c1' } as const;

describeGame('keeping', (test) => {
  it('keeps by post and place, once, and drops again', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const pull = await game.gacha.pull({
      person: anna,
      prompt: { description: 'blonde' },
      count: 3,
      seed: 5,
    });
    const at = { channelId: 'c1', messageId: 'm1' };
    await game.posts.record({ person: anna, kind: 'pull', portraits: pull.portraits, at });
    const target = { post: { ...CHANNEL, messageId: 'm1' }, place: 2 };
    const first = await game.favorites.keep(ben, target);
    expect(first).toMatchObject({
      outcome: 'kept',
      favorite: { number: 1, portrait: { id: pull.portraits[1]?.id } },
    });
    expect(await game.favorites.keep(ben, target)).toMatchObject({ outcome: 'already-kept' });
    expect(await game.favorites.keep(ben, { ...target, place: 9 })).toEqual({ outcome: 'no-post' });
    expect(await game.favorites.unkeep(ben, target)).toMatchObject({ outcome: 'dropped' });
    expect(await game.favorites.unkeep(ben, target)).toEqual({ outcome: 'not-kept' });
    const foreign = { post: { ...CHANNEL, messageId: 'none' } };
    expect(await game.favorites.keep(ben, foreign)).toEqual({ outcome: 'no-post' });
  });

  it('keeps from an old post whose portraits were swept, under the same id', async () => {
    const { game, storage } = test;
    const anna = await test.meet();
    const pull = await game.gacha.pull({ person: anna, prompt: { description: 'pink hair' } });
    const [portrait] = pull.portraits;
    const post = await game.posts.open({ person: anna, kind: 'pull', portraits: pull.portraits });
    await game.posts.publish(post.id, { channelId: 'c1', messageId: 'old' });
    test.advance(40 * 86_400_000);
    expect((await game.housekeeping.sweep()).portraits).toBeGreaterThan(0);
    expect(await storage.portraits.find(portrait?.id ?? '')).toBeUndefined();
    const ben = await test.meet();
    const kept = await game.favorites.keep(ben, { portraitId: portrait?.id ?? '' });
    expect(kept).toMatchObject({ outcome: 'kept', favorite: { portrait: { id: portrait?.id } } });
    const shown = await game.favorites.show(ben, 1);
    expect(Buffer.from(shown.picture.bytes).subarray(8, 12).toString()).toBe('WEBP');
    const before = pull.portraits[0]?.attributes;
    expect(shown.favorite.portrait.attributes).toEqual(before);
  });

  it('lets nobody at what is not theirs', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const { portraits } = await game.gacha.pull({
      person: anna,
      prompt: { description: 'red eyes' },
    });
    const id = portraits[0]?.id ?? '';
    await game.favorites.keep(anna, { portraitId: id });
    const prompt = { description: 'green eyes' };
    const refusal = { family: 'notAllowed', code: 'not-yours' };
    await expect(game.portraits.get(ben, id)).rejects.toMatchObject(refusal);
    await expect(game.portraits.picture(ben, id)).rejects.toMatchObject(refusal);
    await expect(game.favorites.keep(ben, { portraitId: id })).rejects.toMatchObject(refusal);
    const reference = { portraitId: id };
    await expect(game.morphs.morph({ person: ben, reference, prompt })).rejects.toMatchObject(
      refusal,
    );
    await expect(game.morphs.preview({ person: ben, reference, prompt })).rejects.toMatchObject(
      refusal,
    );
    await expect(game.families.tree({ person: ben, reference })).rejects.toMatchObject(refusal);
    for (const work of [
      () => game.favorites.show(ben, 1),
      () => game.favorites.drop(ben, 1),
      () => game.favorites.name(ben, 1, 'mine'),
      () => game.favorites.tag(ben, 1, ['mine']),
      () => game.morphs.morph({ person: ben, reference: { favorite: 1 }, prompt }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'favourite-not-found' });
    }
    expect(await game.favorites.count(anna)).toBe(1);
    const hidden = await game.posts.open({
      person: anna,
      kind: 'portrait',
      portraits,
      isPrivate: true,
    });
    await expect(game.favorites.keep(ben, { postId: hidden.id })).rejects.toMatchObject(refusal);
    const removal = { person: ben, postId: hidden.id, isModerator: false };
    await expect(game.posts.remove(removal)).rejects.toMatchObject(refusal);
  });

  it('lets everybody make a face of their own of what was posted openly', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const { portraits } = await game.gacha.pull({
      person: anna,
      prompt: { description: 'blonde' },
    });
    const at = { channelId: 'c', messageId: 'm-open' };
    const post = await game.posts.record({ person: anna, kind: 'pull', portraits, at });
    const prompt = { description: 'green eyes' };
    for (const reference of [{ portraitId: portraits[0]?.id ?? '' }, { postId: post.id }]) {
      const made = await game.morphs.morph({ person: ben, reference, prompt });
      const { outcome } = await game.favorites.keep(ben, { portraitId: made.portrait.id });
      expect(outcome).toBe('kept');
    }
  });

  it('lets nobody repeat a wish that somebody else said in private', async () => {
    const { game } = test;
    const [anna, ben] = [await test.meet(), await test.meet()];
    const { portraits, pullId } = await game.gacha.pull({ person: anna, prompt: {} });
    const refusal = { code: 'not-yours' };
    const post = { person: anna, kind: 'pull', portraits, pullId } as const;
    await game.posts.open({ ...post, isPrivate: true });
    await expect(game.gacha.again({ person: ben, pullId })).rejects.toMatchObject(refusal);
    await expect(game.endless.start({ person: ben, pullId })).rejects.toMatchObject(refusal);
    await expect(game.gacha.again({ person: anna, pullId })).resolves.toBeDefined();
    await game.posts.open(post);
    await expect(game.gacha.again({ person: ben, pullId })).resolves.toBeDefined();
  });

  it('names, tags, finds and pages', async () => {
    const { game } = test;
    const person = await test.meet();
    const pull = await game.gacha.pull({ person, prompt: {}, count: 5 });
    for (const { id } of pull.portraits) await game.favorites.keep(person, { portraitId: id });
    await game.favorites.name(person, 1, 'Violet');
    await game.favorites.name(person, '#2', '菫さん');
    await game.favorites.tag(person, 'violet', ['#Shy', 'shy', ' Blue Mood ']);
    await expect(game.favorites.name(person, 3, 'ＶＩＯＬＥＴ')).rejects.toMatchObject({
      code: 'name-taken',
    });
    await expect(game.favorites.name(person, 3, '42')).rejects.toMatchObject({
      code: 'name-not-allowed',
    });
    const page = await game.favorites.list(person, {
      pageSize: 2,
      page: 9,
      withThumbnails: true,
      withSheet: true,
    });
    expect(page).toMatchObject({ page: 3, pageCount: 3, total: 5, tags: ['blue mood', 'shy'] });
    expect(page.items[0]?.favorite.number).toBe(1);
    expect(page.items[0]?.thumbnail?.mediaType).toBe('image/webp');
    expect(page.sheet?.bytes.length).toBeGreaterThan(100);
    const byTag = await game.favorites.list(person, { tag: '#SHY' });
    expect(byTag.items.map(({ favorite }) => favorite.name)).toEqual(['Violet']);
    expect((await game.favorites.list(person, { tag: '# sh\u200by\u200f' })).total).toBe(1);
    const byName = await game.favorites.list(person, { search: '菫' });
    expect(byName.items.map(({ favorite }) => favorite.number)).toContain(2);
    const suggested = await game.favorites.suggest(person, 'vio');
    expect(suggested).toEqual([{ number: 1, name: 'Violet' }]);
    await game.favorites.name(person, 4, 'Rose');
    const all = await game.favorites.suggest(person, '');
    expect(all.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect((await game.favorites.drop(person, 'violet')).number).toBe(1);
    expect(
      (await game.favorites.list(person)).items.map(({ favorite }) => favorite.number),
    ).toEqual([5, 4, 3, 2]);
  });

  it('finds by what was written and by what is shown, in any language', async () => {
    const { game } = test;
    const person = await test.meet();
    for (const description of ['blonde hair, blue eyes', 'red hair from Zanzibar']) {
      const { portraits } = await game.gacha.pull({ person, prompt: { description } });
      await game.favorites.keep(person, { portraitId: portraits[0]?.id ?? '' });
    }
    const found = async (search: string): Promise<readonly number[]> =>
      (await game.favorites.list(person, { search })).items.map(({ favorite }) => favorite.number);
    expect(await found('blonde')).toEqual([1]);
    expect(await found('金髪')).toEqual([1]);
    expect(await found('from ZANZIBAR')).toEqual([2]);
    expect(await found('red hair, zorp')).toEqual([]);
  });

  it('shows what was drawn lately, and under which number it is kept', async () => {
    const { game } = test;
    const [person, other] = [await test.meet(), await test.meet()];
    const { portraits } = await game.gacha.pull({ person, prompt: {}, count: 5 });
    await game.favorites.keep(person, { portraitId: portraits[2]?.id ?? '' });
    const last = await game.portraits.recent(person, { page: 9, pageSize: 2 });
    expect(last).toMatchObject({ page: 3, pageCount: 3, total: 5 });
    const all = await game.portraits.recent(person);
    expect(new Set(all.items.map(({ portrait }) => portrait.id))).toEqual(
      new Set(portraits.map(({ id }) => id)),
    );
    expect(all.items.filter(({ number }) => number !== undefined)).toMatchObject([
      { portrait: { id: portraits[2]?.id }, number: 1 },
    ]);
    expect((await game.portraits.recent(other)).total).toBe(0);
  });

  it('takes hostile names and descriptions as words', async () => {
    const { game } = test;
    const person = await test.meet();
    const description = `blonde '); DROP TABLE person;-- \u0000\ud800\u202e **x** <script>`;
    const { portraits } = await game.gacha.pull({ person, prompt: { description } });
    expect(portraits[0]?.description).toBe(`blonde '); DROP TABLE person;-- **x** <script>`);
    await game.favorites.keep(person, { portraitId: portraits[0]?.id ?? '' });
    const named = await game.favorites.name(person, 1, `\u0007${'長'.repeat(10_000)}`);
    expect(named).toMatchObject({ isShortened: true, favorite: { name: '長'.repeat(40) } });
    await expect(game.favorites.show(person, `%' OR 1=1 --`)).rejects.toMatchObject({
      code: 'favourite-not-found',
    });
    await expect(
      game.gacha.pull({ person, prompt: { description: 'x'.repeat(10_000) } }),
    ).rejects.toMatchObject({ family: 'userInput' });
  });

  it('exports everything and forgets a person for good', async () => {
    const { game } = test;
    const person = await test.meet('leaver');
    const pull = await game.gacha.pull({
      person,
      prompt: { description: 'silver hair' },
      count: 2,
    });
    await game.favorites.keep(person, { portraitId: pull.portraits[0]?.id ?? '' });
    const exported = await game.privacy.export(person);
    expect(exported).toMatchObject({ favorites: 1, portraits: 2 });
    expect(
      Buffer.from(exported.files[0]?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const split = await game.privacy.export(person, { maxBytes: 100 });
    expect(split.files).toHaveLength(2);
    const request = await game.privacy.requestErasure(person);
    await expect(game.privacy.erase(person, 'wrong')).rejects.toMatchObject({
      code: 'confirmation-expired',
    });
    await game.privacy.erase(person, request.token);
    await expect(game.privacy.erase(person, request.token)).rejects.toMatchObject({
      code: 'confirmation-expired',
    });
    const returned = await test.meet('leaver');
    expect(returned.id).not.toBe(person.id);
    expect(await game.favorites.count(returned)).toBe(0);
    await expect(game.gacha.again({ person: returned, pullId: pull.pullId })).rejects.toMatchObject(
      {
        code: 'pull-not-found',
      },
    );
  });
});
