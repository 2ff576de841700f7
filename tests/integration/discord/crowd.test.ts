import { describe, expect, it, vi } from 'vitest';
import { tellStories } from './story.js';

/** Bounds a failure, not a speed: how fast it is, the benchmark says. */
const aLongTime = 900_000;
const patience = { timeout: aLongTime, interval: 1000 };

describe('a crowd', () => {
  const story = tellStories();

  it(
    'of sixty people pulls at once and keeps, each their own',
    async () => {
      const { stage } = story;
      const { discord } = stage;
      discord.patienceMs = aLongTime;
      const channels = Array.from({ length: 20 }, (_, n) => discord.channel(`gacha-${n}`));
      const people = Array.from({ length: 60 }, (_, n) => discord.person(`Person ${n}`));
      const exchanges = people.map((person, n) =>
        person.slash(channels[n % 20]!, 'gacha', { description: 'blonde', seed: n }),
      );
      const kinds = await Promise.all(exchanges.map((exchange) => exchange.answered()));
      expect(new Set(kinds)).toEqual(new Set([5]));
      const posts = await Promise.all(
        exchanges.map((exchange) => exchange.message((post) => post.attachments.length === 1)),
      );
      expect(new Set(posts.map((post) => post.id)).size).toBe(60);
      people.forEach((person, n) => {
        person.react(posts[n]!, '❤️');
      });
      await vi.waitFor(async () => {
        const kept = await Promise.all(people.map((person) => stage.kept(person)));
        expect(kept).toEqual(people.map(() => [1]));
      }, patience);
    },
    aLongTime,
  );

  it(
    'of two hundred hearts holds up nobody’s order',
    async () => {
      const { ann, channel, stage } = story;
      const { discord } = stage;
      discord.patienceMs = aLongTime;
      const post = await story.pull();
      const people = Array.from({ length: 200 }, (_, n) => discord.person(`Person ${n}`));
      for (const person of people) person.react(post, '❤️');
      const exchange = ann.slash(channel, 'gacha', { description: 'blonde' });
      expect(await exchange.answered()).toBe(5);
      // It came last; most of the hearts before it are not even looked at yet.
      expect(stage.database.calls.get('posts.find') ?? 0).toBeLessThan(175);
      await exchange.message((message) => message.attachments.length === 1);
      await vi.waitFor(async () => {
        expect(await stage.kept(people.at(-1)!)).toEqual([1]);
      }, patience);
    },
    aLongTime,
  );

  it(
    'of fifty reacts to one post at once, and each has it once',
    async () => {
      const { stage } = story;
      const { discord } = stage;
      discord.patienceMs = aLongTime;
      const post = await story.pull();
      const people = Array.from({ length: 50 }, (_, n) => discord.person(`Person ${n}`));
      for (const person of people) {
        person.react(post, '❤️');
        person.press(post, 'Keep');
        person.react(post, '1️⃣');
      }
      await vi.waitFor(async () => {
        const kept = await Promise.all(people.map((person) => stage.kept(person)));
        expect(kept).toEqual(people.map(() => [1]));
      }, patience);
    },
    aLongTime,
  );
});
