import { expect, it } from 'vitest';
import { readRecipes } from '../../../src/imaging/read-recipes.js';
import { describeGame } from '../../support/game/describe-game.js';

describeGame('finding the one', (test) => {
  it('goes from people to colours to details of the one that was picked', async () => {
    const { game } = test;
    const person = await test.meet();
    const prompt = { description: 'blonde hair, twintails' };
    const people = await game.refinements.refine({ person, step: 'person', prompt });
    expect(people.portraits).toHaveLength(16);
    expect(new Set(people.portraits.map(({ seed }) => seed)).size).toBe(16);
    const picked = people.portraits[3]!;
    expect(picked.attributes.hair_style).toMatchObject({ twintails: 1 });

    // Three steps are more than a minute's pictures.
    test.advance(60_000);
    const of = { portraitId: picked.id };
    const colors = await game.refinements.refine({ person, step: 'colors', of });
    expect(colors.portraits).toHaveLength(16);
    expect(colors.portraits[0]?.id).toBe(picked.id);
    for (const { seed, attributes } of colors.portraits) {
      const { hair_color: _, eye_color: __, ...others } = attributes;
      const { hair_color: ___, eye_color: ____, ...own } = picked.attributes;
      expect([seed, others]).toEqual([picked.seed, own]);
    }
    const hair = colors.portraits.map(({ attributes }) => JSON.stringify(attributes.hair_color));
    expect(new Set(hair).size).toBeGreaterThan(1);

    test.advance(60_000);
    const colored = { portraitId: colors.portraits[1]!.id };
    const details = await game.refinements.refine({ person, step: 'details', of: colored });
    const shown = details.portraits.map(({ code }) => code);
    expect(shown).toHaveLength(16);
    expect(new Set(shown).size).toBe(shown.length);
    for (const { attributes } of details.portraits) {
      expect(attributes.hair_color).toEqual(colors.portraits[1]?.attributes.hair_color);
      // It was asked for by name.
      expect(attributes.hair_style).toMatchObject({ twintails: 1 });
    }
  });

  it('shows a step as one numbered picture, beginning with the picked face', async () => {
    const { game } = test;
    const person = await test.meet();
    const prompt = { description: 'blonde hair' };
    const { pullId } = await game.gacha.pull({ person, prompt });
    const people = await game.refinements.refineOnGrid({ person, step: 'person', pullId });
    const codes = people.portraits.map(({ code }) => code);
    const recipes = await readRecipes(people.picture.bytes);
    expect(recipes.map(({ code }) => code)).toEqual(codes);
    expect(codes).toHaveLength(16);

    test.advance(60_000);
    const of = { portraitId: people.portraits[8]!.id };
    const colors = await game.refinements.refineOnGrid({ person, step: 'colors', of });
    const shown = await readRecipes(colors.picture.bytes);
    expect(shown).toHaveLength(16);
    expect(shown[0]?.code).toBe(codes[8]);
  });

  it('draws nothing that was said in private by somebody else', async () => {
    const { game } = test;
    const [ann, bob] = [await test.meet(), await test.meet()];
    const { pullId } = await game.gacha.pull({ person: ann, prompt: { description: 'blonde' } });
    const refining = game.refinements.refineOnGrid({ person: bob, step: 'person', pullId });
    await expect(refining).rejects.toMatchObject({ code: 'not-yours' });
  });

  it('takes all sixteen from a minute’s pictures, or none', async () => {
    const { game } = test;
    const person = await test.meet();
    const prompt = { description: 'blonde' };
    const step = () => game.refinements.refineOnGrid({ person, step: 'person', prompt });
    await step();
    await expect(step()).rejects.toMatchObject({ code: 'cooldown' });
    expect((await game.portraits.recent(person)).total).toBe(16);
    test.advance(60_000);
    expect((await step()).portraits).toHaveLength(16);
  });

  it('walks through kept faces and back, through no more than five', async () => {
    const { game } = test;
    const person = await test.meet();
    const { portraits } = await game.gacha.pull({ person, prompt: {}, count: 6 });
    for (const { id } of portraits) await game.favorites.keep(person, { portraitId: id });
    const walk = await game.walks.walk({ person, favorites: [3, 1, 2] });
    expect(walk.mediaType).toBe('image/webp');
    expect(Buffer.from(walk.bytes).includes('ANIM')).toBe(true);
    const before = (await game.portraits.recent(person)).total;
    expect(before).toBe(6);
    const refusals = [
      [[1], 'nothing-to-change'],
      [[1, 2, 3, 4, 5, 6], 'too-many-favourites'],
      [[1, 99], 'favourite-not-found'],
    ] as const;
    for (const [favorites, code] of refusals) {
      await expect(game.walks.walk({ person, favorites })).rejects.toMatchObject({ code });
    }
  });
});
