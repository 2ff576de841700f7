import { describe, expect, it, vi } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import { hasPicture, tellStories } from './story.js';

const patience = { timeout: 60_000, interval: 20 };

describe('a bot that is killed, or whose database fails', () => {
  const story = tellStories({ aboutFaults: true });

  it.each([
    ['kill -9', false],
    ['a second SIGTERM', true],
  ])('tells those who waited, by the next start, and nobody else: %s', async (_end, isStopping) => {
    const { ann, bob, channel, generator, stage } = story;
    const drawn = await story.pull(bob);
    generator.hold();
    const waiting = ann.slash(channel, 'gacha', { description: 'blonde' });
    await waiting.answered();
    const asked = ann.write(channel, '@bot red hair');
    await story.atTheGate(2);
    await stage.kill(() => generator.release(), { isStopping });
    await waiting.message((message) => /restarted before/.test(textOf(message)));
    await stage.discord.until('word of the mention', () =>
      story
        .messagesOfBot(channel)
        .find(({ repliesTo, content }) => repliesTo === asked && /restarted before/.test(content)),
    );
    expect(textOf(drawn)).not.toContain('restarted');
    await stage.restart();
    await story.pull();
    const told = story.messagesOfBot(channel).filter(({ content }) => /restarted/.test(content));
    expect(told).toHaveLength(2);
  });

  it('follows a heart once its database is back', async () => {
    const { ann, stage } = story;
    const post = await story.pull();
    stage.database.failing.add('keepReaction');
    ann.react(post, '❤️');
    await story.keeps(ann, [1]);
    expect(stage.log.map(({ msg }) => msg)).toContain('the database failed: trying again');
  });

  it('tells whose heart could not be followed when it had to give up', async () => {
    const { ann, stage } = story;
    const post = await story.pull();
    stage.database.broken.add('keepReaction');
    ann.react(post, '❤️');
    await vi.waitFor(
      () => expect(stage.log.map(({ msg }) => msg)).toContain('the database failed: trying again'),
      patience,
    );
    await stage.restart();
    await story.answerIn(ann.directChannel, /heart could not be followed/);
  });

  it('keeps a drawn face where only its place cannot be written down at once', async () => {
    const { ann, channel, generator, stage } = story;
    generator.hold();
    const exchange = ann.slash(channel, 'gacha', { description: 'blonde' });
    await story.atTheGate();
    stage.database.failing.add('publish');
    generator.release();
    const post = await exchange.message(hasPicture);
    await vi.waitFor(() => expect(stage.database.failing.size).toBe(0), patience);
    ann.react(post, '❤️');
    await story.keeps(ann, [1]);
    expect(post.deleted).toBe(false);
  });
});
