import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { openEnlarging } from '../../support/inference/models-folder.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { isPhoto, labels, openStage, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openEnlarging();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = await openStage({ generator });
});
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

const widthOf = async (message: WireMessage): Promise<number> => {
  const bytes = stage.standin.world.files.get(message.photo?.at(-1)?.file_id ?? '');
  return (await sharp(bytes).metadata()).width;
};

describe('a model that draws larger pictures than a pull has', () => {
  it('shows a face large at a button, which the large one has no more', async () => {
    const ann = stage.person();
    const pulled = await stage.pull(ann, 'silver hair');
    expect(await widthOf(pulled)).toBe(64);
    await ann.presses(pulled, 'Enlarge');
    const large = await stage.answer(ann.privateChat, isPhoto, pulled);
    expect(await widthOf(large)).toBe(256);
    expect(labels(large)).not.toContain('🔍 Enlarge');
  });

  it('shows a favourite large', async () => {
    const ann = stage.person();
    await ann.presses(await stage.pull(ann, 'silver hair'), 'Keep');
    const shown = await stage.answer(ann.privateChat, isPhoto, ann.says('/show 1'));
    expect(await widthOf(shown)).toBe(256);
  });
});
