import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags } from '../../support/discord-standin/world.js';
import { hasPicture, tellStories } from './story.js';

const slowly = { endlessLimit: 1000, endlessIntervalMs: 20 };

describe('endless pulls', () => {
  const story = tellStories();
  const asked = { description: 'blonde' };

  it('end clearly when the bot is restarted, and go on at a button', async () => {
    await story.begin(slowly);
    const { ann, channel, stage } = story;
    const exchange = ann.slash(channel, 'endless', asked);
    await story.answerIn(channel, 'picture');
    await stage.restart();
    const ended = await story.followUp(exchange, /I was restarted.*ended after/);
    const posts = exchange.interaction.followUps.filter(hasPicture).length;
    expect(textOf(ended)).toContain(posts === 1 ? 'after one' : `after ${posts}`);
    const next = ann.press(ended, 'Go on');
    const post = await next.message(hasPicture);
    expect(textOf(post)).toContain('blonde');
    await ann.press(post, 'Stop').message();
    await story.followUp(next, /Stopped after/);
  });

  it('are one a person, and may be gone on with by anybody once they are over', async () => {
    await story.begin({ endlessLimit: 2, endlessIntervalMs: 0 });
    const { ann, bob, channel } = story;
    story.generator.hold();
    const first = ann.slash(channel, 'endless', asked);
    await first.message();
    await story.atTheGate();
    const second = await ann.slash(channel, 'endless', asked).followUp();
    expect(textOf(second)).toContain('already have endless pulls going');
    story.generator.release();
    const over = await story.followUp(first, /2 pulls in a row/);
    const bobs = bob.press(over, 'Go on');
    await story.followUp(bobs, /2 回まで/);
    expect(bobs.interaction.followUps.filter(hasPicture)).toHaveLength(2);
  });

  it('stay private when they are asked for privately', async () => {
    const { ann, channel } = story;
    const exchange = ann.slash(channel, 'endless', { ...asked, private: true });
    const over = await story.followUp(exchange, /3 pulls in a row/);
    const all = [exchange.interaction.original!, ...exchange.interaction.followUps];
    expect(all.every(({ flags }) => (flags & messageFlags.ephemeral) !== 0)).toBe(true);
    const next = await ann.press(over, 'Go on').message(hasPicture);
    expect(next.onlyFor).toBe(ann.user);
  });

  it('stop where a server’s managers switch them off meanwhile', async () => {
    await story.begin(slowly);
    const { ann, channel, stage } = story;
    const exchange = ann.slash(channel, 'endless', asked);
    await story.answerIn(channel, 'picture');
    const server = { platform: 'discord', serverId: channel.guild!.id } as const;
    await stage.game.servers.change(server, { isEndlessAllowed: false }, { mayManage: true });
    const ended = await story.followUp(exchange, /switched off here/);
    expect(buttonsOf(ended)).toEqual([]);
  });

  it('hold nobody up whose announcement could not be posted', async () => {
    const { ann, channel, stage } = story;
    const fault = { method: 'PATCH', path: /original/, status: 404, code: 10_008 } as const;
    stage.discord.faults.add(fault);
    const lost = ann.slash(channel, 'endless', asked);
    await lost.answered();
    await vi.waitFor(
      () => expect(stage.log.some(({ msg }) => msg.includes('nobody to tell'))).toBe(true),
      { timeout: 30_000 },
    );
    await story.followUp(ann.slash(channel, 'endless', asked), /3 pulls in a row/);
  });

  it('refuse a forged way to go on', async () => {
    const post = await story.pull();
    const answer = await story.bob.pressId(post, 'm1.go-on.nobody').message();
    expect(answer.onlyFor).toBe(story.bob.user);
  });
});
