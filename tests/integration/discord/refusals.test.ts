import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags } from '../../support/discord-standin/world.js';
import { hasPicture, tellStories } from './story.js';

describe('where Discord refuses', () => {
  const story = tellStories();

  it('a reply, the picture comes without the reference', async () => {
    const { ann, channel } = story;
    channel.botPermissions &= ~PermissionFlagsBits.ReadMessageHistory;
    ann.write(channel, '@bot blonde');
    expect((await story.answerIn(channel, 'picture')).repliesTo).toBeUndefined();
  });

  it('a locked thread, the picture comes directly', async () => {
    const { ann, channel, stage } = story;
    const thread = stage.discord.thread(channel);
    thread.isLocked = true;
    ann.write(thread, '@bot blonde');
    await story.answerIn(ann.directChannel, 'picture');
  });

  it('the words alone, the picture comes without them', async () => {
    const { ann, channel } = story;
    // What nobody knows is not said again, so that only a known word can be in the way.
    channel.blockedWord = 'seed';
    ann.write(channel, '@bot blonde');
    const mentioned = await story.answerIn(channel, 'picture');
    expect(textOf(mentioned)).toContain('keeps your words out');
    const asked = ann.slash(channel, 'gacha', { description: 'blonde' });
    expect(textOf(await asked.message(hasPicture))).toContain('keeps your words out');
  });

  it('anything else, a sentence says so', async () => {
    const { ann, channel, stage } = story;
    stage.discord.faults.add({ method: 'PATCH', path: /original/, status: 400, code: 59_999 });
    const refused = await ann.slash(channel, 'gacha', { description: 'blonde' }).followUp();
    expect(textOf(refused)).toContain('code is 59999');
    stage.discord.faults.add({ method: 'POST', path: /messages$/, status: 400, code: 59_999 });
    ann.write(channel, '@bot blonde');
    await story.answerIn(ann.directChannel, 'picture');
  });

  it('to take the open answer away, it says itself what failed', async () => {
    const { ann, channel, stage } = story;
    stage.discord.faults.add({ method: 'DELETE', path: /original/, status: 500, times: 9 });
    const answer = await ann.slash(channel, 'gacha', { description: 'xyzzy' }).message();
    expect(textOf(answer)).toContain('nothing in there');
  });

  it('an open answer, what is drawn counts as seen by one alone', async () => {
    const { ann, bob, stage } = story;
    const guild = stage.discord.world.addGuild({ name: 'elsewhere', hasBot: false });
    const channel = stage.discord.channel('closed', { guild });
    channel.forcesEphemeral = true;
    const post = await ann.slash(channel, 'gacha', { description: 'blonde' }).message(hasPicture);
    expect(post.flags & messageFlags.ephemeral).not.toBe(0);
    await ann.press(post, 'Keep').message();
    await story.keeps(ann, [1]);
    await bob.pressId(post, keepId(post)).message();
    await story.keeps(bob, []);
    const again = await ann.press(post, 'Again').message(hasPicture);
    expect(again.flags & messageFlags.ephemeral).not.toBe(0);
  });

  it('a connection that was kept open, nothing is lost', async () => {
    const { ann, channel, stage } = story;
    const { faults } = stage.discord;
    faults.add({ method: 'PATCH', path: /original/, status: 0, hangUp: true });
    await ann.slash(channel, 'gacha', { description: 'blonde' }).message(hasPicture);
    faults.add({ method: 'POST', path: /webhooks/, status: 0, hangUp: true });
    const refused = await ann.slash(channel, 'gacha', { description: 'xyzzy' }).followUp();
    expect(textOf(refused)).toContain('nothing in there');
    faults.add({ method: 'POST', path: /messages$/, status: 0, hangUp: true, afterwards: true });
    ann.write(channel, '@bot red hair');
    await story.answerIn(channel, /red hair/);
    const red = story.messagesOfBot(channel).filter((message) => /red hair/.test(textOf(message)));
    expect(red).toHaveLength(1);
    expect(faults.played).toHaveLength(3);
  });
});

function keepId({ components }: { components: readonly Record<string, unknown>[] }): string {
  return /m1\.keep\.\w+\.1/.exec(JSON.stringify(components))?.[0] ?? '';
}
