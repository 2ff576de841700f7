import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags, type StandinMessage } from '../../support/discord-standin/world.js';
import { hasPicture, tellStories } from './story.js';

const patience = { timeout: 30_000, interval: 200 };
const isAnswer = (message: StandinMessage) =>
  hasPicture(message) || textOf(message).includes('already have');

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

  it.each(['the bot is thrown out', 'the channel is deleted', 'the thread is deleted'])(
    'end where %s, without a word to anybody',
    async (what) => {
      await story.begin(slowly);
      const { ann, channel, stage } = story;
      const { discord } = stage;
      const there = what.includes('thread') ? discord.thread(channel) : channel;
      const elsewhere = discord.channel('elsewhere');
      ann.slash(there, 'endless', asked);
      await story.answerIn(there, 'picture');
      if (what.includes('bot')) discord.removeBot(channel.guild!);
      else discord.deleteChannel(there);
      // One run a person: another may begin once the first is over.
      await vi.waitFor(async () => {
        const next = ann.slash(elsewhere, 'endless', asked);
        expect(hasPicture(await next.message(isAnswer))).toBe(true);
      }, patience);
      expect(story.messagesOfBot(ann.directChannel)).toEqual([]);
    },
  );

  it('end once their person has left the server', async () => {
    await story.begin(slowly);
    const { ann, channel } = story;
    const exchange = ann.slash(channel, 'endless', asked);
    await story.answerIn(channel, 'picture');
    channel.guild!.left.add(ann.id);
    const ended = await story.followUp(exchange, /Stopped after/);
    expect(ended.channel).toBe(channel);
  });

  it('refuse a forged way to go on', async () => {
    const post = await story.pull();
    const answer = await story.bob.pressId(post, 'm1.go-on.nobody').message();
    expect(answer.onlyFor).toBe(story.bob.user);
  });
});
