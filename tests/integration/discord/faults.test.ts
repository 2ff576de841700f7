import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { InferenceTimeoutError } from '../../../src/errors/app-error.js';
import { textOf } from '../../support/discord-standin/exchange.js';
import { tellStories } from './story.js';

const patience = { timeout: 30_000, interval: 20 };
const minute = 60_000;

describe('when Discord misbehaves', () => {
  const story = tellStories({ aboutFaults: true });

  const asked = { description: 'blonde' };
  const pull = () => story.ann.slash(story.channel, 'gacha', asked);
  const pulled = () =>
    story.stage.discord.until('a post', () =>
      story.stage.discord.world.messagesIn(story.channel).find((m) => m.attachments.length === 1),
    );

  it('answers before it draws, and tells who waits long how many come first', async () => {
    story.generator.hold();
    story.generator.position = 7;
    const exchange = pull();
    expect(await exchange.answered()).toBe(5);
    const line = await exchange.message();
    expect(textOf(line)).toContain('7 in the line before you');
    story.generator.release();
    await exchange.message((message) => message.attachments.length === 1);
  });

  it('waits out a rate limit', async () => {
    story.stage.discord.faults.add({
      method: 'PATCH',
      path: /original/,
      status: 429,
      retryAfter: 0.2,
    });
    expect((await pull().message()).attachments).toHaveLength(1);
    expect(story.stage.discord.faults.played).toHaveLength(1);
  });

  it('tries again after an error of Discord’s, also where the answer had arrived', async () => {
    story.stage.discord.faults.add({ path: /callback/, status: 502 });
    story.stage.discord.faults.add({ method: 'PATCH', path: /original/, status: 500, times: 2 });
    expect((await pull().message()).attachments).toHaveLength(1);
    story.stage.discord.faults.add({ path: /callback/, status: 500, afterwards: true });
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('answers in the channel when the interaction’s token has died', async () => {
    story.generator.hold();
    const exchange = pull();
    await story.atTheGate();
    story.stage.discord.clock.advance(16 * minute);
    story.generator.release();
    const post = await pulled();
    expect(post.interactionUser).toBeUndefined();
    expect((await story.ann.press(post, 'Keep').message()).content).toContain('Kept as No. 1');
    await exchange.answered();
  });

  it('writes to the person alone when a private interaction’s token has died', async () => {
    story.generator.hold();
    story.ann.slash(story.channel, 'gacha', { ...asked, private: true });
    await story.atTheGate();
    story.stage.discord.clock.advance(16 * minute);
    story.generator.release();
    const { world } = story.stage.discord;
    const direct = await story.stage.discord.until('a direct message', () =>
      world.messagesIn(story.ann.directChannel).find((m) => m.attachments.length === 1),
    );
    expect(direct.author).toBe(world.bot);
    expect(world.messagesIn(story.channel).filter((m) => m.attachments.length > 0)).toEqual([]);
  });

  it('tells the person what failed also when the token has died', async () => {
    story.generator.hold();
    story.generator.failure = new InferenceTimeoutError('inference-timeout', 'from a test');
    pull();
    await story.atTheGate();
    story.stage.discord.clock.advance(16 * minute);
    story.generator.release();
    const { world } = story.stage.discord;
    const direct = await story.stage.discord.until('a direct message', () =>
      world.messagesIn(story.ann.directChannel).find(({ author }) => author === world.bot),
    );
    expect(textOf(direct)).not.toBe('');
  });

  it('goes on pulling endlessly in the channel after the token has died', async () => {
    const { clock, world } = story.stage.discord;
    story.generator.hold();
    story.ann.slash(story.channel, 'endless', asked);
    await story.atTheGate();
    clock.advance(16 * minute);
    story.generator.release();
    await story.stage.discord.until('the end', () =>
      world.messagesIn(story.channel).find((m) => textOf(m).includes('3 pulls in a row')),
    );
    const posts = world.messagesIn(story.channel).filter((m) => m.attachments.length === 1);
    expect(posts).toHaveLength(3);
  });

  it('lets an interaction go that it could not answer in time, and goes on', async () => {
    pull();
    story.stage.discord.clock.advance(3001);
    await vi.waitFor(
      () => expect(story.stage.log.map((line) => line.msg)).toContain('answered too late'),
      patience,
    );
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('hears after a dropped connection what happened meanwhile', async () => {
    const post = await pull().message();
    story.stage.discord.gateway.drop();
    story.ann.react(post, '❤️');
    await vi.waitFor(async () => expect(await story.stage.kept(story.ann)).toEqual([1]), patience);
    expect(story.stage.discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  it('reconnects where Discord asks for it, and where the session is lost', async () => {
    story.stage.discord.gateway.askToReconnect();
    await story.stage.discord.until(
      'resumption',
      () => story.stage.discord.gateway.resumed || undefined,
    );
    story.stage.discord.gateway.drop({ forget: true });
    await story.stage.discord.until('a new session', () =>
      story.stage.discord.gateway.identified > 1 ? true : undefined,
    );
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('writes to the person where it may not write in the channel', async () => {
    story.channel.botPermissions = PermissionFlagsBits.ViewChannel;
    story.ann.write(story.channel, '@bot blonde');
    const { world } = story.stage.discord;
    await story.stage.discord.until('a direct message', () =>
      world.messagesIn(story.ann.directChannel).find((m) => m.attachments.length === 1),
    );
  });

  it('says nothing about an answer that was deleted while it was drawn', async () => {
    story.generator.hold();
    const exchange = pull();
    await exchange.answered();
    await story.atTheGate();
    exchange.interaction.original!.deleted = true;
    story.generator.release();
    await vi.waitFor(
      () => expect(story.stage.log.some((line) => line.msg.includes('nobody to tell'))).toBe(true),
      patience,
    );
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('answers a message that was deleted meanwhile without pointing at it', async () => {
    story.generator.hold();
    const question = story.ann.write(story.channel, '@bot blonde');
    await story.atTheGate();
    question.deleted = true;
    story.generator.release();
    expect((await pulled()).repliesTo).toBeUndefined();
  });

  it('posts once where Discord’s answer to a post was lost', async () => {
    const { faults, world } = story.stage.discord;
    faults.add({ method: 'POST', path: /channels.*messages$/, status: 500, afterwards: true });
    story.ann.write(story.channel, '@bot blonde');
    const post = await pulled();
    await vi.waitFor(() => expect(faults.played).toHaveLength(1), patience);
    story.ann.react(post, '❤️');
    await vi.waitFor(async () => expect(await story.stage.kept(story.ann)).toEqual([1]), patience);
    expect(world.messagesIn(story.channel).filter((m) => m.author === world.bot)).toHaveLength(1);
  });
});
