import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { tellStories } from './story.js';

const patience = { timeout: 60_000, interval: 20 };

describe('what no hand of a person’s does', () => {
  const story = tellStories();

  it('a button pressed on a message that it does not stand on does nothing there', async () => {
    const { ann, bob, channel } = story;
    const secret = await ann
      .slash(channel, 'gacha', { description: 'pink hair', private: true })
      .message();
    const again = buttonsOf(secret).find(({ label }) => label.includes('Again'))!.customId;
    const post = await story.pull();
    for (const id of [again, 'm1.cancel', again.replace('again', 'unkeep')]) {
      const answer = await bob.pressId(post, id).message();
      expect(answer.onlyFor).toBe(bob.user);
      expect(textOf(answer)).not.toContain('pink');
    }
    expect(textOf(post)).toContain('blonde');
  });

  it('an event that is delivered twice is answered once', async () => {
    const { ann, channel, stage } = story;
    const asked = ann.write(channel, '@bot blonde');
    stage.discord.gateway.deliverLastAgain();
    await story.answerIn(channel, 'picture');
    await story.pull(ann, { seed: 3 });
    const answers = story.messagesOfBot(channel).filter(({ repliesTo }) => repliesTo === asked);
    expect(answers).toHaveLength(1);
  });

  it('an interaction that another program has answered is left to it', async () => {
    const { ann, channel, stage } = story;
    stage.discord.faults.add({ path: /callback/, status: 400, code: 40_060 });
    const exchange = ann.slash(channel, 'gacha', { description: 'blonde' });
    await vi.waitFor(
      () => expect(stage.log.map(({ msg }) => msg)).toContain('answered by another program'),
      patience,
    );
    expect(exchange.interaction.followUps).toEqual([]);
    await story.pull();
  });

  it('the commands stand as they were registered, and are not registered again', async () => {
    const { stage } = story;
    const { http } = stage.discord;
    await stage.restart();
    expect(http.seen.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});
