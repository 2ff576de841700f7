import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { startTestGame, type TestGame } from '../../support/game/test-game.js';
import { decode } from '../../support/imaging/pictures.js';
import { openEnlarging } from '../../support/inference/models-folder.js';
import { startWeb, Visitor, type WebStage } from '../../support/web/web-harness.js';

let generator: PortraitGenerator;
let stage: TestGame;
let server: WebStage;

beforeAll(async () => {
  generator = await openEnlarging();
  stage = await startTestGame({ generator });
  server = await startWeb(Promise.resolve(stage.game));
});

afterAll(async () => {
  await server.web.stop();
  await stage.close();
  await generator.close();
});

it('gives a face in three sizes, and tells the page that there is a large one', async () => {
  const ann = new Visitor(server.web.address);
  const { portraits } = await ann.reply('pull', 'pull', { prompt: { description: 'blonde' } });
  expect(portraits[0]?.canEnlarge).toBe(true);
  const path = `/api/portraits/${portraits[0]?.id}/picture`;
  const sizes: number[] = [];
  for (const query of ['', '?size=thumbnail', '?size=large', '?size=huge']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a reader asks
    const response = await ann.request(path + query);
    // oxlint-disable-next-line no-await-in-loop
    sizes.push((await decode(new Uint8Array(await response.arrayBuffer()))).width);
  }
  expect(sizes).toEqual([64, 64, 256, 64]);
  const state = await (await ann.request('/api/state')).json();
  expect(state).toMatchObject({ model: { portraitSizePx: 64, largestSizePx: 256 } });
});
