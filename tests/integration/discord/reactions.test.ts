import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import type { Person } from '../../support/discord-standin/person.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
import { tellStories } from './story.js';

const patience = { timeout: 20_000, interval: 20 };

describe('a reaction that is taken away', () => {
  const story = tellStories();

  /** Takes it away, and lets a reaction that comes behind it be followed first. */
  async function unreactAndSettle(who: Person, post: StandinMessage, emoji: string): Promise<void> {
    const before = await story.stage.kept(who);
    who.unreact(post, emoji);
    const other = await story.pull(story.bob, { seed: 99 });
    who.react(other, '❤️');
    await vi.waitFor(
      async () => expect((await story.stage.kept(who)).length).not.toBe(before.length),
      patience,
    );
  }

  it('drops what it kept', async () => {
    const post = await story.pull();
    story.ann.react(post, '❤️');
    await story.keeps(story.ann, [1]);
    story.ann.unreact(post, '❤️');
    await story.keeps(story.ann, []);
  });

  it('leaves what a button kept, before it or after it', async () => {
    const [first, second] = [await story.pull(), await story.pull()];
    await story.ann.press(first, 'Keep').message();
    story.ann.react(first, '❤️');
    story.ann.react(second, '❤️');
    await story.keeps(story.ann, [1, 2]);
    await story.ann.press(second, 'Keep').message();
    await unreactAndSettle(story.ann, first, '❤️');
    await unreactAndSettle(story.ann, second, '❤️');
    await story.keeps(story.ann, [1, 2, 3, 4]);
  });

  it('leaves what has a name or a tag since', async () => {
    const [first, second] = [await story.pull(), await story.pull()];
    story.ann.react(first, '❤️');
    await story.keeps(story.ann, [1]);
    story.ann.react(second, '❤️');
    await story.keeps(story.ann, [1, 2]);
    await story.ann.slash(story.channel, 'name', { favourite: '1', name: 'Aya' }).message();
    await story.ann.slash(story.channel, 'tag', { favourite: '2', tags: 'blue' }).message();
    await unreactAndSettle(story.ann, first, '❤️');
    await unreactAndSettle(story.ann, second, '❤️');
    await story.keeps(story.ann, [1, 2, 3, 4]);
  });

  it('leaves what another heart or number of the same person still means', async () => {
    const post = await story.pull();
    for (const emoji of ['❤️', '💖', '1️⃣']) story.ann.react(post, emoji);
    story.bob.react(post, '💖');
    await story.keeps(story.ann, [1]);
    await unreactAndSettle(story.ann, post, '💖');
    await story.keeps(story.ann, [1, 2]);
    story.ann.unreact(post, '1️⃣');
    story.ann.unreact(post, '❤️');
    await story.keeps(story.ann, [2]);
    await story.keeps(story.bob, [1]);
  });

  it('leaves everything where a moderator clears a message, or its reactions cannot be read', async () => {
    const [first, second] = [await story.pull(), await story.pull()];
    story.ann.react(first, '❤️');
    await story.keeps(story.ann, [1]);
    story.ann.react(second, '❤️');
    await story.keeps(story.ann, [1, 2]);
    story.stage.discord.clearReactions(first);
    story.channel.botPermissions &= ~PermissionFlagsBits.ReadMessageHistory;
    await unreactAndSettle(story.ann, second, '❤️');
    await story.keeps(story.ann, [1, 2, 3]);
  });
});
