import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
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

  it('what deletes one’s own post deletes no other, and what goes on with a private run starts none', async () => {
    const { ann, bob, channel } = story;
    const idOf = (post: StandinMessage, label: string): string =>
      buttonsOf(post).find((button) => button.label.includes(label))!.customId;
    const own = await story.pull(bob, { description: 'pink hair' });
    const other = await story.pull(ann);
    const run = ann.slash(channel, 'endless', { description: 'green hair', private: true });
    const over = await story.followUp(run, /3 pulls in a row/);
    for (const id of [idOf(own, '削除'), idOf(over, 'Go on')]) {
      const answer = await bob.pressId(other, id).message();
      expect(answer.onlyFor).toBe(bob.user);
      expect(textOf(answer)).not.toContain('green');
    }
    expect([own.deleted, other.deleted]).toEqual([false, false]);
  });

  it('a command that is called as what every object has is none', async () => {
    const { ann, channel, stage } = story;
    const commands = stage.discord.world.commands.get('')!;
    commands.push({ ...commands[0], name: 'constructor', options: [] });
    const answer = await ann.slash(channel, 'constructor').message();
    expect(textOf(answer)).toContain('/help');
    expect(stage.log.filter(({ level }) => level >= 50)).toEqual([]);
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
