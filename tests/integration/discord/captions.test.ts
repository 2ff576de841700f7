import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
import { hasPicture, tellStories } from './story.js';

const lines = ({ content }: StandinMessage): string[] => content.split('\n');

describe('a caption', () => {
  const story = tellStories();

  it('takes two lines at most: what was asked, and the rest in small print', async () => {
    const { ann, channel } = story;
    const post = await story.pull(ann, { description: 'silver hair, red eyes', seed: 7 });
    const [first, second, ...more] = lines(post);
    expect(first).toBe('**silver hair, red eyes**');
    expect(second).toMatch(/^-# (luck added .+ · )?seed 7$/);
    expect(more).toEqual([]);
    const random = lines(await ann.slash(channel, 'gacha').message(hasPicture));
    expect(random).toHaveLength(2);
    expect(random[0]?.split(', ').length).toBeLessThanOrEqual(4);
    const strip = await (
      await ann.submit(ann.press(post, 'Change'), { words: 'green hair, qwertyuiop' })
    ).message(hasPicture);
    expect(lines(strip)).toEqual([
      '**green hair**',
      '-# Some of that I don’t know. · From before to after. Any step can be kept.',
    ]);
    const four = await ann.press(post, 'Vary').message(hasPicture);
    expect(lines(four)).toEqual(['**Four close neighbours of silver hair, red eyes.**']);
  });

  it('says nothing again in public of what was not understood, but to the person alone', async () => {
    const { ann, channel } = story;
    const asked = { description: 'silver hair, qwertyuiop' };
    const open = await ann.slash(channel, 'gacha', asked).message(hasPicture);
    expect(textOf(open)).not.toContain('qwertyuiop');
    expect(lines(open)[1]).toMatch(/^-# Some of that I don’t know\. · seed \d+$/);
    const own = await ann.slash(channel, 'gacha', { ...asked, private: true }).message(hasPicture);
    expect(textOf(own)).toContain('“qwertyuiop”');
    ann.write(ann.directChannel, asked.description);
    const direct = await story.answerIn(ann.directChannel, 'picture');
    expect(textOf(direct)).toContain('“qwertyuiop”');
  });
});
