import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPixels } from '../../../src/imaging/read-pixels.js';
import { loadModel } from '../../../src/inference/model-folder.js';
import type { Recipe } from '../../../src/inference/portrait-generator.js';
import { distanceOf } from '../../../src/inference/reading/likeness.js';
import { readFace } from '../../../src/inference/reading/read-face.js';
import { sampleView } from '../../../src/inference/reading/view.js';
import { openModel } from '../../../src/inference/runtime/create-runtime.js';
import type { LoadedModel } from '../../../src/inference/runtime/loaded-model.js';
import { createRecipe } from '../../support/inference/recipes.js';
import { evenPicture, passedOn } from '../../support/imaging/sent-pictures.js';

const SEEDS = [1, 2, 3, 4, 5, 6];
const VIEW_PX = 128;
/** As the game shrinks a picture before it is read. */
const MOST_PX = 320;

describe('a face in a picture', () => {
  let model: LoadedModel;
  let recipes: readonly Recipe[];
  let pictures: readonly Buffer[];

  beforeAll(async () => {
    const installed = await loadModel('models/faces-256');
    const settings = { runtime: 'onnx', device: 'cpu', threads: 1, gpuIndex: 0 } as const;
    ({ model } = await openModel(installed, settings));
    recipes = SEEDS.map((seed) => createRecipe(model.manifest, seed));
    pictures = await Promise.all(
      (await model.generate(recipes, 256)).pictures.map(({ data, sizePx }) =>
        sharp(data, { raw: { width: sizePx, height: sizePx, channels: 3 } })
          .png()
          .toBuffer(),
      ),
    );
  });

  afterAll(() => model.release());

  async function viewOf(picture: Uint8Array): Promise<Float32Array> {
    const pixels = await readPixels(picture, MOST_PX);
    return sampleView(pixels, { left: 0, top: 0, ...pixels }, VIEW_PX);
  }

  /** Which of the pictures is nearest to the drawing of what was found, and the hair's colours. */
  async function find(sent: Uint8Array) {
    const { reading } = await readFace(model, await readPixels(sent, MOST_PX));
    const { pictures: drawn } = await model.generate([reading], 256);
    const { data, sizePx } = drawn[0]!;
    const whole = { left: 0, top: 0, width: sizePx, height: sizePx };
    const view = sampleView({ data, width: sizePx, height: sizePx }, whole, VIEW_PX);
    const distances = await Promise.all(
      pictures.map(async (each) => distanceOf(view, await viewOf(each), VIEW_PX)),
    );
    const hair = model.manifest.groups[0]?.values.length ?? 0;
    const colours = reading.phi.subarray(0, hair);
    return {
      certainty: reading.certainty,
      nearest: distances.indexOf(Math.min(...distances)),
      colour: colours.indexOf(Math.max(...colours)),
    };
  }

  it.each([
    ['passed on, cut and as a JPEG', passedOn],
    ['in a screenshot with a border', inScreenshot],
  ])('is found again %s', async (_, change) => {
    const found = [];
    // oxlint-disable-next-line no-await-in-loop -- a session takes one run at a time
    for (const picture of pictures) found.push(await find(await change(picture)));
    expect(found.map(({ nearest }) => nearest)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(Math.min(...found.map(({ certainty }) => certainty))).toBeGreaterThan(0.5);
    const right = found.filter(({ colour }, at) => recipes[at]?.phi[colour] === 1);
    expect(right.length).toBeGreaterThanOrEqual(5);
  });

  it('is not found in an even surface or in noise', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const made = sharp({
      create: { width: 256, height: 256, channels: 3, background: 'white', noise },
    });
    for (const picture of [await evenPicture(), await made.png().toBuffer()]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await find(picture)).certainty).toBeLessThan(0.5);
    }
  });
});

/** On grey, beside and above other things. */
function inScreenshot(picture: Uint8Array): Promise<Buffer> {
  const border = { top: 40, bottom: 30, left: 60, right: 20, background: '#36393f' };
  return sharp(picture).extend(border).webp({ quality: 80 }).toBuffer();
}
