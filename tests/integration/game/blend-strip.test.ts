import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGenerator } from '../../../src/inference/create-generator.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { Portrait } from '../../../src/game/portraits/portrait.js';
import type { Person } from '../../../src/game/people/person.js';
import { startTestGame, type TestGame } from '../../support/game/test-game.js';

const PAIRS = 8;
const quiet = (): undefined => undefined;

/** Root mean square of the difference of two pictures, in steps of brightness. */
function distance(a: Uint8Array, b: Uint8Array): number {
  const sum = a.reduce((total, value, at) => total + (value - (b[at] ?? 0)) ** 2, 0);
  return Math.sqrt(sum / a.length);
}

describe('the strip of a blend by the installed model', { timeout: 240_000 }, () => {
  let generator: PortraitGenerator;
  let test: TestGame;

  beforeAll(async () => {
    const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));
    generator = await createGenerator({
      settings: { modelsFolder, device: 'cpu', workers: 1 },
      log: { info: quiet, warn: quiet, error: quiet },
    });
    test = await startTestGame({ generator, settings: { personPicturesPerMinute: 10_000 } });
  });
  afterAll(async () => {
    await test?.close();
    await generator?.close();
  });

  async function readPixels(person: Person, { id }: Portrait): Promise<Uint8Array> {
    const options = { sizePx: 64, format: 'png' } as const;
    const { bytes } = await test.game.portraits.picture(person, id, options);
    return sharp(bytes).removeAlpha().raw().toBuffer();
  }

  it('has no step that differs by more than twice the mean one', async () => {
    const person = await test.meet();
    const prompt = { description: '' };
    const pull = await test.game.gacha.pull({ person, prompt, count: 10, seed: 100 });
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [first, second] = [pull.portraits[pair]?.id ?? '', pull.portraits[pair + 1]?.id ?? ''];
      const { steps } = await test.game.blends.blend({
        person,
        first: { portraitId: first },
        second: { portraitId: second },
      });
      const faces = await Promise.all(steps.map((step) => readPixels(person, step)));
      const differences = faces.slice(1).map((face, at) => distance(face, faces[at] ?? face));
      const mean = differences.reduce((a, b) => a + b, 0) / differences.length;
      expect(Math.max(...differences) / mean).toBeLessThanOrEqual(2);
    }
  });
});
