import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Person } from '../../../src/game/people/person.js';
import { describeGame } from '../../support/game/describe-game.js';
import { startTestGame } from '../../support/game/test-game.js';
import { evenPicture, movingPicture, passedOn } from '../../support/imaging/sent-pictures.js';
import { ModelsFolder } from '../../support/inference/models-folder.js';
import { buildTinyModel } from '../../support/tiny-model/tiny-model.js';

describeGame('adopting', (test) => {
  async function pullPicture(person: Person): Promise<{ code: string; bytes: Uint8Array }> {
    const { portraits, picture } = await test.game.gacha.pull({ person, prompt: {} });
    return { code: portraits[0]?.code ?? '', bytes: picture.bytes };
  }

  it('finds the nearest face to a picture that lost its recipe, beside three relatives', async () => {
    const { game, storage } = test;
    const person = await test.meet();
    const picture = await passedOn((await pullPicture(person)).bytes);
    const adopted = await game.adoptions.adopt({ person, picture });
    expect(adopted).toMatchObject({ found: 'seen', seen: adopted.portrait.named });
    expect(adopted.portraits).toHaveLength(4);
    expect(adopted.portraits[0]).toEqual(adopted.portrait);
    expect(new Set(adopted.portraits.map(({ code }) => code)).size).toBe(4);
    const ids = adopted.portraits.map(({ id }) => id);
    const stored = await storage.portraits.findMany(ids);
    const [nearest, ...relatives] = ids.map((id) => stored.find((record) => record.id === id));
    expect(nearest).toMatchObject({ origin: 'adopt', parentIds: [], seed: null });
    for (const relative of relatives) {
      expect(relative).toMatchObject({ origin: 'vary', parentIds: [nearest?.id] });
      expect(relative?.phi).toEqual(nearest?.phi);
      expect(relative?.z).not.toEqual(nearest?.z);
    }
    // The same picture is the same face, and its share code draws it anywhere.
    const again = await game.adoptions.adopt({ person, picture });
    expect(again.portrait.code).toBe(adopted.portrait.code);
    const redrawn = await game.redraws.redraw({ person, code: adopted.portrait.code });
    expect(redrawn.portrait.attributes).toEqual(adopted.portrait.attributes);
    const kept = await game.favorites.keep(person, { portraitId: nearest?.id ?? '' });
    expect(kept).toMatchObject({ outcome: 'kept' });
  });

  it('sees other faces in other pictures', async () => {
    const person = await test.meet();
    const [one, other] = [await pullPicture(person), await pullPicture(person)];
    const codeOf = async ({ bytes }: { bytes: Uint8Array }) => {
      const { portrait } = await test.game.adoptions.adopt({
        person,
        picture: await passedOn(bytes),
      });
      return portrait.code;
    };
    expect(await codeOf(one)).not.toBe(await codeOf(other));
  });

  it('draws the very face of a picture that still has its recipe', async () => {
    const person = await test.meet();
    const { code, bytes } = await pullPicture(person);
    const adopted = await test.game.adoptions.adopt({ person, picture: bytes });
    expect(adopted).toMatchObject({ found: 'recipe', seen: [] });
    expect(adopted.portraits.map((each) => each.code)).toEqual([code]);
  });

  it('redraws the nearest face alone where the recipe is lost', async () => {
    const person = await test.meet();
    const { code, bytes } = await pullPicture(person);
    const { redraws } = test.game;
    const whole = await redraws.redraw({ person, picture: bytes });
    expect([whole.found, whole.portrait.code]).toEqual(['recipe', code]);
    const seen = await redraws.redraw({ person, picture: await passedOn(bytes) });
    expect([seen.found, seen.portraits.length]).toEqual(['seen', 1]);
  });

  it.each([
    ['no face', evenPicture, 'picture-without-face'],
    ['an animation', movingPicture, 'picture-animated'],
    ['no picture', async () => Buffer.from('no picture at all'), 'picture-unreadable'],
  ])('refuses %s, and takes nothing for it', async (_, make, code) => {
    const person = await test.meet();
    const picture = await make();
    for (let time = 0; time < 8; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expect(test.game.adoptions.adopt({ person, picture })).rejects.toMatchObject({ code });
    }
    // Thirty per minute are allowed, and four at a time are eight times more than that.
    await expect(test.game.gacha.pull({ person, prompt: {}, count: 10 })).resolves.toBeDefined();
  });

  it('stores nothing of the picture', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mugen-adopt-'));
    const url = `file:${path.join(folder, 'mugen.db')}`;
    const own = await startTestGame({ generator: test.generator, url });
    const person = await own.meet();
    const { picture: pulled } = await own.game.gacha.pull({ person, prompt: {} });
    const picture = await passedOn(pulled.bytes);
    const { portrait } = await own.game.adoptions.adopt({ person, picture });
    await own.close();
    const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
    const stored = Buffer.concat(files);
    rmSync(folder, { recursive: true });
    expect(stored.includes(portrait.id)).toBe(true);
    expect(stored.includes(picture.subarray(400, 420))).toBe(false);
  });

  it('says that it cannot where the model has no encoder, unless the recipe is there', async () => {
    const models = await ModelsFolder.create();
    const manifest = JSON.parse(String(Buffer.from(buildTinyModel().get('model.json') ?? ''))) as {
      stages: { role: string }[];
    };
    const stages = manifest.stages.filter(({ role }) => role !== 'encoder');
    await models.add('blind', { stages });
    const generator = await models.open('blind');
    const blind = await startTestGame({ generator });
    const person = await blind.meet();
    const { picture } = await blind.game.gacha.pull({ person, prompt: {} });
    const adopt = (bytes: Uint8Array) => blind.game.adoptions.adopt({ person, picture: bytes });
    await expect(adopt(picture.bytes)).resolves.toMatchObject({ found: 'recipe' });
    const lost = await passedOn(picture.bytes);
    await expect(adopt(lost)).rejects.toMatchObject({ code: 'adopt-not-possible' });
    const redrawing = blind.game.redraws.redraw({ person, picture: lost });
    await expect(redrawing).rejects.toMatchObject({ code: 'picture-without-recipe' });
    await blind.close();
    await generator.close();
    await models.remove();
  });
});
