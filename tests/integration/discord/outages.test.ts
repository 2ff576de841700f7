import { describe, expect, it, vi } from 'vitest';
import { tellStories } from './story.js';

const patience = { timeout: 30_000, interval: 20 };

describe('a Discord that is away, or forgets the bot', () => {
  const story = tellStories({ aboutFaults: true });

  const draws = async () => {
    const post = await story.pull();
    expect(post.attachments).toHaveLength(1);
  };

  it('is tried again where it answers 503 at the start', async () => {
    const { stage } = story;
    await stage.stop();
    stage.discord.faults.add({ path: /gateway/, status: 503, times: 6 });
    await stage.start();
    await draws();
    expect(stage.log.filter(({ msg }) => /trying again/.test(msg))).not.toEqual([]);
  });

  it('is tried again where it hangs up at the start', async () => {
    const { stage } = story;
    await stage.stop();
    stage.discord.faults.add({ path: /gateway/, status: 0, hangUp: true, times: 5 });
    await stage.start();
    await draws();
  });

  it('may be stopped while it is tried', async () => {
    const { stage } = story;
    await stage.stop();
    stage.discord.faults.add({ path: /gateway/, status: 503, times: 1000 });
    const starting = stage.start();
    await vi.waitFor(
      () => expect(stage.log.filter(({ msg }) => /trying again/.test(msg))).not.toEqual([]),
      patience,
    );
    await stage.stop();
    await starting;
    stage.discord.faults.clear();
    await stage.start();
    await draws();
  });

  it('gives up at the start only on a token that Discord refuses, and says so', async () => {
    const { stage } = story;
    await stage.stop();
    stage.discord.faults.add({ path: /gateway|@me/, status: 401, times: 1000 });
    await expect(stage.start()).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('DISCORD_TOKEN'),
    });
    stage.discord.faults.clear();
    await stage.stop();
    stage.discord.faults.add({ path: /gateway/, status: 401 });
    await stage.start();
    await draws();
  });

  it('gives up at the start on refused intents', async () => {
    const { stage } = story;
    await stage.stop();
    stage.discord.gateway.closeNext(4014);
    await expect(stage.start()).rejects.toMatchObject({
      message: expect.stringContaining('disallowed intents'),
    });
    await stage.stop();
    await stage.start();
    await draws();
  });

  it('keeps its token through a stray 401', async () => {
    const { stage, channel, ann } = story;
    stage.discord.faults.add({ method: 'POST', path: /messages$/, status: 401 });
    ann.write(channel, '@bot blonde');
    await story.answerIn(channel, 'picture');
    ann.write(ann.directChannel, 'red hair');
    await story.answerIn(ann.directChannel, 'picture');
    expect(stage.gaveUp).toEqual([]);
  });

  it('takes a 401 on one route for a refusal there, and goes on elsewhere', async () => {
    const { stage, channel, ann } = story;
    const path = new RegExp(`${channel.id}/messages$`);
    stage.discord.faults.add({ method: 'POST', path, status: 401, times: 2 });
    ann.write(channel, '@bot blonde');
    await story.answerIn(ann.directChannel, 'picture');
    ann.write(channel, '@bot red hair');
    await story.answerIn(channel, 'picture');
  });

  it('connects anew where the gateway takes a good token for a bad one', async () => {
    const { stage } = story;
    const before = stage.discord.gateway.identified;
    stage.discord.gateway.close(4004);
    await stage.discord.until('a new session', () =>
      stage.discord.gateway.identified > before ? true : undefined,
    );
    await draws();
    expect(stage.gaveUp).toEqual([]);
  });

  it('gives up while it runs where the token is refused everywhere', async () => {
    const { stage } = story;
    stage.discord.faults.add({ path: /@me/, status: 401, times: 1000 });
    stage.discord.gateway.close(4004);
    await vi.waitFor(() => expect(stage.gaveUp).toHaveLength(1), patience);
    expect(stage.gaveUp[0]?.message).toContain('DISCORD_TOKEN');
    stage.discord.faults.clear();
  });
});
