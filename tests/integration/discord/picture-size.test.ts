import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import { keepButtons, tellStories } from './story.js';

describe('a picture over the size limit', () => {
  const story = tellStories();
  const tooLarge = { method: 'PATCH', path: /original/, status: 413, code: 40_005 } as const;

  it('is sent smaller where the interaction says how large it may be', async () => {
    const { ann, channel } = story;
    const usual = await story.pull(ann, { count: 10, seed: 1 });
    const bytes = usual.attachments[0]!.bytes.length;
    channel.attachmentLimit = Math.floor(bytes / 3);
    const post = await story.pull(ann, { count: 10, seed: 1 });
    expect(post.attachments[0]!.bytes.length).toBeLessThanOrEqual(bytes / 3);
    expect(post.attachments[0]?.description).toBe(usual.attachments[0]?.description);
    expect(textOf(post)).toContain('smaller than usual');
    expect(textOf(usual)).not.toContain('smaller than usual');
    const refused = story.stage.discord.http.seen.filter(({ status }) => status === 413);
    expect(refused).toEqual([]);
    const { filename, bytes: small } = post.attachments[0]!;
    const redrawn = await ann
      .slash(channel, 'redraw', { picture: ann.upload(filename, small) })
      .message();
    expect(keepButtons(redrawn)).toHaveLength(10);
  });

  it('is sent smaller where Discord refuses it all the same', async () => {
    story.stage.discord.faults.add(tooLarge);
    const post = await story.pull(story.ann, { count: 4 });
    expect(textOf(post)).toContain('smaller than usual');
    expect((await sharp(post.attachments[0]!.bytes).metadata()).format).toBe('webp');
    expect((await story.ann.press(post, 'Keep 2').message()).content).toContain('Kept as No. 1');
  });

  it('goes without its picture only where nothing fits, and says so', async () => {
    story.stage.discord.faults.add({ ...tooLarge, times: 9 });
    const exchange = story.ann.slash(story.channel, 'gacha', { description: 'blonde' });
    story.channel.attachmentLimit = 1;
    const words = exchange.message(({ content }) => content.includes('too large for this server'));
    await story.stage.discord.until('the refusals', () =>
      story.stage.discord.faults.played.length > 0 ? true : undefined,
    );
    story.stage.discord.faults.clear();
    const post = await words;
    expect(post.attachments).toHaveLength(0);
    expect((await story.ann.press(post, 'Keep').message()).content).toContain('Kept as No. 1');
  });

  it('moves all the same, and so do pages of favourites and families fit', async () => {
    const { ann, channel } = story;
    await ann.press(await story.pull(), 'Keep').message();
    const asked = { favourite: '1', description: 'green eyes', animate: true };
    const moving = await ann.slash(channel, 'morph', asked).message();
    channel.attachmentLimit = Math.floor(moving.attachments[0]!.bytes.length * 0.7);
    const smaller = await ann.slash(channel, 'morph', asked).message();
    expect(smaller.attachments[0]?.filename).toMatch(/\.gif$/);
    expect(textOf(smaller)).toContain('smaller than usual');
    channel.attachmentLimit = 2500;
    for (const command of ['favorites', 'show', 'family']) {
      const options = command === 'favorites' ? {} : { favourite: '1' };
      const answer = await ann.slash(channel, command, options).message();
      expect(textOf(answer)).not.toBe('');
    }
  });

  it('does not keep an export back: it comes in parts that fit', async () => {
    const { ann, channel } = story;
    const grid = await story.pull(ann, { count: 10 });
    const places = Array.from({ length: 10 }, (_, index) => String(index + 1));
    await ann.submit(ann.contextMenu(grid, 'Keep'), { places });
    await story.keeps(ann, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const whole = await ann.slash(channel, 'export').message();
    const limit = Math.floor(whole.attachments[0]!.bytes.length / 2);
    channel.attachmentLimit = limit;
    const { attachments } = await ann.slash(channel, 'export').message();
    expect(attachments.length).toBeGreaterThan(1);
    expect(attachments.every(({ bytes }) => bytes.length <= limit)).toBe(true);
  });
});
