import { describe, expect, it, vi } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
import { hasPicture, keepButtons, tellStories } from './story.js';

describe('the owner', () => {
  const story = tellStories();

  it(
    'sees what there is, blocks, and announces where it posted',
    { timeout: 180_000 },
    async () => {
      const owners: string[] = [];
      await story.begin({ owners });
      const { ann, bob, channel } = story;
      owners.push(`discord:${ann.id}`);
      await story.pull(bob);
      const owner = await story.stage.game.people.meet({ platform: 'discord', platformId: ann.id });
      const stats = () => story.stage.game.owner.run(owner, '/stats');
      // A post is recorded once it stands there.
      await vi.waitFor(async () => expect(await stats()).toMatchObject({ servers: 1 }), 30_000);
      ann.write(channel, '@bot /stats');
      await story.answerIn(channel, /1 servers, /);
      ann.write(channel, '@bot /announce Maintenance at noon');
      await story.answerIn(channel, /^Maintenance at noon$/);
      await story.answerIn(channel, /Posted in 1 of 1 servers/);
      ann.write(channel, `@bot /block person ${bob.id}`);
      await story.answerIn(channel, /draws no more/);
      bob.write(channel, '@bot pink hair');
      await story.answerIn(channel, /no longer draws for you/);
    },
  );
});

describe('a reply to a picture', () => {
  const story = tellStories();

  /** The answer to a message, once it is there. */
  const answerTo = (message: StandinMessage) =>
    story.stage.discord.until('an answer', () =>
      story.messagesOfBot(message.channel).find(({ repliesTo }) => repliesTo === message),
    );

  it('changes that face as its words say, by its ping alone too', async () => {
    const { ann, channel } = story;
    const post = await story.pull();
    for (const text of ['make her hair blue', '@bot red eyes']) {
      const strip = await answerTo(ann.write(channel, text, post));
      expect(textOf(strip)).toContain('From before to after');
    }
  });

  it('takes the face whose number comes first, and shows it large where nothing else comes', async () => {
    const { ann, channel } = story;
    const grid = await story.pull(ann, { count: 4 });
    const large = await answerTo(ann.write(channel, '3', grid));
    expect(hasPicture(large)).toBe(true);
    expect(textOf(large)).toContain('No. 3');
    expect(keepButtons(large)).toHaveLength(1);
    const strip = await answerTo(ann.write(channel, '#2: red eyes', grid));
    expect(textOf(strip)).toMatch(/^\*\*red eyes\*\*/);
    expect(textOf(await answerTo(ann.write(channel, 'red eyes', grid)))).toContain('Which one?');
  });

  it('is left alone where it may be meant for others, and pulls where it is no picture’s', async () => {
    const { ann, bob, channel } = story;
    const post = await story.pull();
    const chat = ann.write(channel, 'haha, look who came to the party', post);
    const said = bob.write(channel, 'good morning');
    const drawn = await answerTo(ann.write(channel, '@bot pink hair', said));
    expect(textOf(drawn)).toContain('pink hair');
    expect(textOf(drawn)).not.toContain('From before');
    expect(story.messagesOfBot(channel).filter(({ repliesTo }) => repliesTo === chat)).toEqual([]);
  });
});
