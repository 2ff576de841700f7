import { describe, expect, it, vi } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import { hasPicture, tellStories } from './story.js';

const patience = { timeout: 30_000, interval: 20 };

describe('one long story', () => {
  const story = tellStories();

  it('goes from the first pull to being forgotten', { timeout: 240_000 }, async () => {
    const bob = story.stage.discord.person('Bob');

    // Pull, and keep by reaction.
    const grid = await story.ann
      .slash(story.channel, 'gacha', { description: 'blonde blue-eyes', count: 10 })
      .message(hasPicture);
    story.ann.react(grid, '2️⃣');
    await story.keeps(story.ann, [1]);
    bob.react(grid, '🔟');
    await story.keeps(bob, [1]);

    // Restart the bot, and keep others from the old post; what is taken back goes.
    await story.stage.restart();
    story.ann.react(grid, '3️⃣');
    await story.keeps(story.ann, [1, 2]);
    await story.ann.press(grid, 'Keep 4').message();
    story.ann.unreact(grid, '2️⃣');
    await story.keeps(story.ann, [2, 3]);

    // Morph, and keep a step by its number.
    const strip = await story.ann
      .slash(story.channel, 'morph', { favourite: '2', description: 'green eyes' })
      .message(hasPicture);
    story.ann.react(strip, '5️⃣');
    await story.keeps(story.ann, [2, 3, 4]);

    // Blend in the channel with a face that Bob showed.
    const bobs = await bob
      .slash(story.channel, 'gacha', { description: 'pink hair' })
      .message(hasPicture);
    const chosen = { partner: ['2'], ratio: '0.25' };
    const opened = story.ann.contextMenu(bobs, 'Blend with my…');
    const child = await (await story.ann.submit(opened, chosen)).message(hasPicture);
    expect(textOf(child)).toMatch(/25 %/);
    story.ann.react(child, '❤️');
    await story.keeps(story.ann, [2, 3, 4, 5]);
    const family = await story.ann
      .slash(story.channel, 'family', { favourite: '5' })
      .message(hasPicture);
    expect(textOf(family)).toContain('blended');

    // Page through favourites: eleven need two pages.
    await story.ann.submit(story.ann.contextMenu(grid, 'Keep'), { places: [...'156789', '10'] });
    await vi.waitFor(
      async () => expect(await story.stage.kept(story.ann)).toHaveLength(11),
      patience,
    );
    const list = await story.ann.slash(story.channel, 'favorites').message(hasPicture);
    expect(textOf(list)).toContain('Page 1 of 2');
    story.ann.press(list, 'Next');
    await story.shows(list, 'Page 2 of 2');
    const picked = await story.ann.select(list, 'm1.pick', ['2']).message(hasPicture);
    expect(textOf(picked)).toContain('No. 2');
    story.ann.press(list, 'Previous');
    await story.shows(list, 'Page 1 of 2');

    // Forget me: nothing of Ann's is left, and Bob keeps what he kept.
    const asked = await story.ann.slash(story.channel, 'forget-me').message();
    expect(textOf(asked)).toContain('11');
    story.ann.press(asked, 'Erase everything');
    await story.shows(asked, 'All erased');
    expect(await story.stage.kept(story.ann)).toEqual([]);
    expect(await story.stage.kept(bob)).toEqual([1]);
    const shown = await bob.slash(story.channel, 'show', { favourite: '1' }).message(hasPicture);
    expect(shown.attachments[0]?.description).toContain('blonde');
  });
});
