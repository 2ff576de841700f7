import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { InferenceTimeoutError } from '../../../src/errors/app-error.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import type { StandinChannel } from '../../support/discord-standin/world.js';
import { HeldGenerator } from './held-generator.js';
import { openGenerator, openStage, type Stage } from './stage.js';

const patience = { timeout: 30_000, interval: 20 };
const minute = 60_000;

describe('when Discord misbehaves', () => {
  let real: PortraitGenerator;
  let generator: HeldGenerator;
  let stage: Stage;
  let channel: StandinChannel;
  let ann: Person;

  beforeAll(async () => {
    real = await openGenerator();
  });
  afterAll(() => real.close());

  beforeEach(async () => {
    generator = new HeldGenerator(real);
    stage = await openStage({ generator });
    channel = stage.discord.channel('gacha');
    ann = stage.discord.person('Ann');
  });
  afterEach(async () => {
    await stage.close();
    expect(stage.discord.problems).toEqual([]);
  });

  const asked = { description: 'blonde' };
  const pull = () => ann.slash(channel, 'gacha', asked);
  const atTheGate = (count = 1) =>
    vi.waitFor(() => expect(generator.waiting).toBeGreaterThanOrEqual(count), patience);
  const pulled = () =>
    stage.discord.until('a post', () =>
      stage.discord.world.messagesIn(channel).find((m) => m.attachments.length === 1),
    );

  it('answers before it draws, and tells who waits long how many come first', async () => {
    generator.hold();
    generator.position = 7;
    const exchange = pull();
    expect(await exchange.answered()).toBe(5);
    const line = await exchange.message();
    expect(textOf(line)).toContain('7 in the line before you');
    generator.release();
    await exchange.message((message) => message.attachments.length === 1);
  });

  it('waits out a rate limit', async () => {
    stage.discord.faults.add({ method: 'PATCH', path: /original/, status: 429, retryAfter: 0.2 });
    expect((await pull().message()).attachments).toHaveLength(1);
    expect(stage.discord.faults.played).toHaveLength(1);
  });

  it('tries again after an error of Discord’s, also where the answer had arrived', async () => {
    stage.discord.faults.add({ path: /callback/, status: 502 });
    stage.discord.faults.add({ method: 'PATCH', path: /original/, status: 500, times: 2 });
    expect((await pull().message()).attachments).toHaveLength(1);
    stage.discord.faults.add({ path: /callback/, status: 500, afterwards: true });
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('answers in the channel when the interaction’s token has died', async () => {
    generator.hold();
    const exchange = pull();
    await atTheGate();
    stage.discord.clock.advance(16 * minute);
    generator.release();
    const post = await pulled();
    expect(post.interactionUser).toBeUndefined();
    expect((await ann.press(post, 'Keep').message()).content).toContain('Kept as No. 1');
    await exchange.answered();
  });

  it('writes to the person alone when a private interaction’s token has died', async () => {
    generator.hold();
    ann.slash(channel, 'gacha', { ...asked, private: true });
    await atTheGate();
    stage.discord.clock.advance(16 * minute);
    generator.release();
    const { world } = stage.discord;
    const direct = await stage.discord.until('a direct message', () =>
      world.messagesIn(ann.directChannel).find((m) => m.attachments.length === 1),
    );
    expect(direct.author).toBe(world.bot);
    expect(world.messagesIn(channel).filter((m) => m.attachments.length > 0)).toEqual([]);
  });

  it('tells the person what failed also when the token has died', async () => {
    generator.hold();
    generator.failure = new InferenceTimeoutError('inference-timeout', 'from a test');
    pull();
    await atTheGate();
    stage.discord.clock.advance(16 * minute);
    generator.release();
    const { world } = stage.discord;
    const direct = await stage.discord.until('a direct message', () =>
      world.messagesIn(ann.directChannel).find(({ author }) => author === world.bot),
    );
    expect(textOf(direct)).not.toBe('');
  });

  it('goes on pulling endlessly in the channel after the token has died', async () => {
    const { clock, world } = stage.discord;
    generator.hold();
    ann.slash(channel, 'endless', asked);
    await atTheGate();
    clock.advance(16 * minute);
    generator.release();
    await stage.discord.until('the end', () =>
      world.messagesIn(channel).find((m) => textOf(m).includes('3 pulls in a row')),
    );
    const posts = world.messagesIn(channel).filter((m) => m.attachments.length === 1);
    expect(posts).toHaveLength(3);
  });

  it('lets an interaction go that it could not answer in time, and goes on', async () => {
    pull();
    stage.discord.clock.advance(3001);
    await vi.waitFor(
      () => expect(stage.log.map((line) => line.msg)).toContain('answered too late'),
      patience,
    );
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('hears after a dropped connection what happened meanwhile', async () => {
    const post = await pull().message();
    stage.discord.gateway.drop();
    ann.react(post, '❤️');
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([1]), patience);
    expect(stage.discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  it('reconnects where Discord asks for it, and where the session is lost', async () => {
    stage.discord.gateway.askToReconnect();
    await stage.discord.until('resumption', () => stage.discord.gateway.resumed || undefined);
    stage.discord.gateway.drop({ forget: true });
    await stage.discord.until('a new session', () =>
      stage.discord.gateway.identified > 1 ? true : undefined,
    );
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('writes to the person where it may not write in the channel', async () => {
    channel.botPermissions = PermissionFlagsBits.ViewChannel;
    ann.write(channel, '@bot blonde');
    const { world } = stage.discord;
    await stage.discord.until('a direct message', () =>
      world.messagesIn(ann.directChannel).find((m) => m.attachments.length === 1),
    );
  });

  it('says nothing about an answer that was deleted while it was drawn', async () => {
    generator.hold();
    const exchange = pull();
    await exchange.answered();
    await atTheGate();
    exchange.interaction.original!.deleted = true;
    generator.release();
    await vi.waitFor(
      () => expect(stage.log.some((line) => line.msg.includes('nobody to tell'))).toBe(true),
      patience,
    );
    expect((await pull().message()).attachments).toHaveLength(1);
  });

  it('answers a message that was deleted meanwhile without pointing at it', async () => {
    generator.hold();
    const question = ann.write(channel, '@bot blonde');
    await atTheGate();
    question.deleted = true;
    generator.release();
    expect((await pulled()).repliesTo).toBeUndefined();
  });

  it('posts once where Discord’s answer to a post was lost', async () => {
    const { faults, world } = stage.discord;
    faults.add({ method: 'POST', path: /channels.*messages$/, status: 500, afterwards: true });
    ann.write(channel, '@bot blonde');
    const post = await pulled();
    await vi.waitFor(() => expect(faults.played).toHaveLength(1), patience);
    ann.react(post, '❤️');
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([1]), patience);
    expect(world.messagesIn(channel).filter((m) => m.author === world.bot)).toHaveLength(1);
  });

  it('leaves a picture out that is too large, and says so', async () => {
    const path = /original/;
    stage.discord.faults.add({ method: 'PATCH', path, status: 413, code: 40_005 });
    const post = await pull().message();
    expect(textOf(post)).toContain('too large for this server');
    expect((await ann.press(post, 'Keep').message()).content).toContain('Kept as No. 1');
  });
});
