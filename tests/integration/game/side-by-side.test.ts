import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/game/people/person.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { startTestGame, type TestGame } from '../../support/game/test-game.js';
import { decode } from '../../support/imaging/pictures.js';
import { ModelsFolder } from '../../support/inference/models-folder.js';

const OLD = 'tiny-model';
const NEW = 'tiny-next';

describe('models side by side', () => {
  let models: ModelsFolder;
  let url: string;
  let generator: PortraitGenerator;
  let test: TestGame;
  let person: Person;

  /** A start of the program with this model for new faces, on the same database. */
  const start = async (model: string): Promise<void> => {
    generator = await models.open(model);
    test = await startTestGame({ generator, url });
    person = await test.meet('ann');
  };
  const stop = async (): Promise<void> => {
    await test.close();
    await generator.close();
  };
  const keepNew = async (): Promise<{ favorite: number; id: string; code: string }> => {
    const { portraits } = await test.game.gacha.pull({ person, prompt: { description: 'blonde' } });
    const [portrait] = portraits;
    if (!portrait) throw new Error('nothing was drawn');
    const kept = await test.game.favorites.keep(person, { portraitId: portrait.id });
    if (!('favorite' in kept)) throw new Error('expected it to be kept');
    return { favorite: kept.favorite.number, id: portrait.id, code: portrait.code };
  };

  let old: Awaited<ReturnType<typeof keepNew>>;
  let drawn: Uint8Array;

  beforeAll(async () => {
    models = await ModelsFolder.create();
    url = `file:${path.join(models.path, 'mugen.db')}`;
    await models.add(OLD, {});
    await models.add(NEW, { id: NEW, version: '1.0.0', portraitSizePx: 64 });
    await start(OLD);
    old = await keepNew();
    drawn = (await test.game.portraits.picture(person, old.id)).bytes;
    await stop();
  });

  afterEach(stop);

  afterAll(() => models.remove());

  it('draw new faces with the chosen one, at its size, and old ones with theirs', async () => {
    await start(NEW);
    const { game } = test;
    const fresh = await keepNew();
    const { model } = await game.portraits.get(person, fresh.id);
    expect(model).toEqual({ id: NEW, version: '1.0.0' });
    expect((await game.portraits.get(person, fresh.id)).canEnlarge).toBe(true);
    expect((await game.portraits.get(person, old.id)).canEnlarge).toBeUndefined();
    const sizes = await Promise.all(
      [fresh.id, old.id].map(async (id) => {
        const { bytes } = await game.portraits.picture(person, id);
        return (await decode(bytes)).width;
      }),
    );
    expect(sizes).toEqual([64, 256]);
    const large = await game.portraits.picture(person, fresh.id, { size: 'large' });
    expect((await decode(large.bytes)).width).toBe(256);
  });

  it('redraw, morph and vary an old face by the model that drew it', async () => {
    await start(NEW);
    const { game } = test;
    const redrawn = await game.redraws.redraw({ person, code: old.code });
    expect(await pixelsOf(redrawn.picture.bytes)).toEqual(await pixelsOf(drawn));
    const reference = { favorite: old.favorite };
    const prompt = { description: 'red hair' };
    const morphed = await game.morphs.morph({ person, reference, prompt });
    const varied = await game.morphs.vary({ person, reference });
    const made = [redrawn.portrait, morphed.portrait, ...varied.portraits];
    expect(new Set(made.map(({ model }) => model.id))).toEqual(new Set([OLD]));
    expect(morphed.portrait.attributes.hair_color).toEqual({ red: 1 });
    const found = await game.favorites.list(person, { search: 'blonde' });
    expect(found.items.map(({ favorite }) => favorite.number)).toContain(old.favorite);
  });

  it('refuse a blend and a walk between two models', async () => {
    await start(NEW);
    const { game } = test;
    const fresh = await keepNew();
    const [first, second] = [{ favorite: old.favorite }, { favorite: fresh.favorite }];
    const refusal = {
      code: 'models-differ',
      context: { first: `${OLD} 0.1.0`, second: `${NEW} 1.0.0` },
    };
    await expect(game.blends.blend({ person, first, second })).rejects.toMatchObject(refusal);
    await expect(game.blends.preview({ person, first, second, ratio: 0.5 })).rejects.toMatchObject(
      refusal,
    );
    const favorites = [old.favorite, fresh.favorite];
    await expect(game.walks.walk({ person, favorites })).rejects.toMatchObject(refusal);
  });

  it('change favourites of both at once, on one picture', async () => {
    await start(NEW);
    const { game } = test;
    const fresh = await keepNew();
    const favorites = [old.favorite, fresh.favorite];
    const progress: number[] = [];
    const changed = await game.morphs.change({
      person,
      favorites,
      prompt: { description: 'green hair' },
      drawing: { onProgress: ({ done, total }) => void progress.push(done / total) },
    });
    expect(changed.portraits.map(({ model }) => model.id)).toEqual([OLD, NEW]);
    const { width, height } = await decode(changed.picture.bytes);
    expect(width).toBeGreaterThan(height);
    expect(progress.at(-1)).toBe(1);
  });

  it('leave the stored picture of one that is gone, and say what to do', async () => {
    const alone = await ModelsFolder.create();
    await alone.add(NEW, { id: NEW, version: '1.0.0', portraitSizePx: 64 });
    generator = await alone.open(NEW);
    test = await startTestGame({ generator, url });
    person = await test.meet('ann');
    const { game } = test;
    const shown = await game.favorites.show(person, old.favorite, { size: 'large' });
    expect(shown.picture.bytes).toEqual(drawn);
    const page = await game.favorites.list(person, { withThumbnails: true, withSheet: true });
    expect(page.sheet?.bytes.length).toBeGreaterThan(100);
    const reference = { favorite: old.favorite };
    const prompt = { description: 'red hair' };
    await expect(game.morphs.morph({ person, reference, prompt })).rejects.toMatchObject({
      code: 'model-not-installed',
      context: { model: `${OLD} 0.1.0` },
    });
    await expect(game.redraws.redraw({ person, code: old.code })).rejects.toMatchObject({
      code: 'share-code-of-other-model',
    });
    await rm(alone.path, { recursive: true });
  });
});

async function pixelsOf(bytes: Uint8Array): Promise<Buffer> {
  return Buffer.from((await decode(bytes)).data);
}
