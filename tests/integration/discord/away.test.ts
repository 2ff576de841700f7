import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags } from '../../support/discord-standin/world.js';
import { hasPicture, tellStories } from './story.js';

const minute = 60_000;

describe('in a group conversation, which an account alone brings the bot to', () => {
  const story = tellStories();

  it('everything that buttons and menus do works for everybody', async () => {
    const { ann, bob, stage } = story;
    const group = stage.discord.group('friends');
    const grid = await ann
      .slash(group, 'gacha', { description: 'blonde blue-eyes', count: 3 })
      .message(hasPicture);
    await ann.press(grid, 'Keep 2').message();
    await bob.submit(bob.contextMenu(grid, 'Keep'), { places: ['1'] });
    await story.keeps(ann, [1]);
    await story.keeps(bob, [1]);
    const changed = await ann.submit(ann.press(grid, 'Change'), { place: '1', eye_color: 'red' });
    const strip = await changed.message(hasPicture);
    await stage.restart();
    await ann.press(strip, 'Keep 3').message();
    await story.keeps(ann, [1, 2]);
    const again = await bob.press(grid, 'Again').message(hasPicture);
    expect(again.channel).toBe(group);
    const list = await ann.slash(group, 'favorites').message(hasPicture);
    expect(list.flags & messageFlags.ephemeral).not.toBe(0);
    ann.press(grid, 'Delete');
    await stage.discord.until('the deletion', () => (grid.deleted ? true : undefined));
  });

  it('what was drawn after the token died reaches the person directly', async () => {
    const { ann, stage, generator } = story;
    const group = stage.discord.group('friends');
    generator.hold();
    await ann.slash(group, 'gacha', { description: 'blonde' }).answered();
    await story.atTheGate();
    stage.discord.clock.advance(16 * minute);
    generator.release();
    const direct = await story.answerIn(ann.directChannel, 'picture');
    await ann.press(direct, 'Keep').message();
    await story.keeps(ann, [1]);
  });

  it('endless pulls end kindly after the few messages that Discord takes there', async () => {
    await story.begin({ endlessLimit: 100 });
    const { ann, stage } = story;
    const group = stage.discord.group('friends');
    const exchange = ann.slash(group, 'endless', { description: 'blonde' });
    const last = await story.followUp(exchange, /That was 4 pulls/);
    const next = ann.press(last, 'Go on');
    await story.followUp(next, /That was 4 pulls/);
    expect(story.messagesOfBot(ann.directChannel)).toEqual([]);
    expect(textOf(last)).toContain('not a member');
  });
});
