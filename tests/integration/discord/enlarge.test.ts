import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../support/discord-standin/exchange.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
import { openEnlarging } from '../../support/inference/models-folder.js';
import { hasPicture, tellStories } from './story.js';

const widthOf = async ({ attachments }: StandinMessage): Promise<number> =>
  (await sharp(attachments[0]!.bytes).metadata()).width;

describe('a model that draws larger pictures than a pull has', () => {
  const story = tellStories({ open: openEnlarging });

  it('shows a face large at a button, to whoever presses', async () => {
    const post = await story.pull();
    expect(await widthOf(post)).toBe(64);
    const large = await story.bob.press(post, 'Enlarge').message(hasPicture);
    expect(await widthOf(large)).toBe(256);
  });

  it('has the button under one face, not under several', async () => {
    const grid = await story.pull(story.ann, { count: 4 });
    expect(buttonsOf(grid).map(({ label }) => label)).not.toContain('Enlarge');
  });

  it('shows a favourite large', async () => {
    const { ann, channel } = story;
    await ann.press(await story.pull(), 'Keep').message();
    const shown = await ann.slash(channel, 'show', { favourite: '1' }).message(hasPicture);
    expect(await widthOf(shown)).toBe(256);
  });
});
