import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { hasPicture, tellStories } from './story.js';

describe('a picture of several faces', () => {
  const story = tellStories();

  it('has a click for each face that shows it large or its neighbours', async () => {
    const { ann } = story;
    const grid = await story.pull(ann, { count: 4 });
    const large = await ann.press(grid, '🔍 3').message(hasPicture);
    expect(large.content).toMatch(/^\*\*blonde hair, blue eyes\*\*\n-# No\. 3$/);
    expect(buttonsOf(large).some(({ label }) => label.includes('Again'))).toBe(true);
    const four = await ann.press(grid, '🎲 2').message(hasPicture);
    expect(textOf(four)).toContain('Four close neighbours of blonde hair, blue eyes');
    expect(buttonsOf(four).filter(({ label }) => /^🔍 [1-4]$/.test(label))).toHaveLength(4);
  });

  it('has a menu of both where there are more than fit into a row', async () => {
    const { ann, bob } = story;
    const grid = await story.pull(ann, { count: 10 });
    const menu = grid.components
      .flatMap((row) => row['components'] as { custom_id: string; options?: unknown[] }[])
      .find(({ options }) => options !== undefined)!;
    expect(menu.options).toHaveLength(20);
    const large = await ann.select(grid, menu.custom_id, ['enlarge.10']).message(hasPicture);
    expect(textOf(large)).toContain('No. 10');
    const four = await bob.select(grid, menu.custom_id, ['vary.7']).message(hasPicture);
    expect(four.attachments[0]?.description).toContain('4');
    for (const forged of ['drop.1', 'enlarge.11', 'vary.x', '']) {
      const answer = await ann.select(grid, menu.custom_id, [forged]).followUp();
      expect(answer.onlyFor).toBe(ann.user);
    }
    const strip = await (
      await ann.submit(ann.press(large, 'Change'), { words: 'red hair' })
    ).message(hasPicture);
    expect(textOf(strip)).toContain('One of them: show it large');
  });
});
