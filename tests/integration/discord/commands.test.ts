import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import { messageFlags, type StandinChannel } from '../../support/discord-standin/world.js';
import { openGenerator, openStage, type Stage } from './stage.js';

const patience = { timeout: 20_000, interval: 20 };

describe('commands for what is there already', () => {
  let generator: PortraitGenerator;
  let stage: Stage;
  let channel: StandinChannel;
  let ann: Person;

  beforeAll(async () => {
    generator = await openGenerator();
  });
  afterAll(() => generator.close());

  beforeEach(async () => {
    stage = await openStage({ generator });
    channel = stage.discord.channel('gacha');
    ann = stage.discord.person('Ann');
  });
  afterEach(async () => {
    await stage.close();
    expect(stage.discord.problems).toEqual([]);
    expect(stage.log.filter((line) => line.level >= 50)).toEqual([]);
  });

  const pull = (options = {}) =>
    ann
      .slash(channel, 'gacha', { description: 'blonde blue-eyes', ...options })
      .message(({ attachments }) => attachments.length === 1);
  const keepOne = async () => ann.press(await pull(), 'Keep').message();
  const keepLabels = (message: Awaited<ReturnType<typeof pull>>) =>
    buttonsOf(message).filter(({ label }) => /Keep/.test(label));

  it('draws a face again from its code', async () => {
    await keepOne();
    const shown = await ann.slash(channel, 'show', { favourite: '1', private: true }).message();
    const told = await ann.press(shown, 'Share').message();
    const code = /`([^`]+)`/.exec(textOf(told))?.[1] ?? '';
    const redrawn = await ann.slash(channel, 'redraw', { code: `see ${code}!` }).message();
    expect(redrawn.attachments).toHaveLength(1);
    expect(redrawn.attachments[0]?.description).toContain('blonde');
    expect(keepLabels(redrawn)).toHaveLength(1);
    ann.write(ann.directChannel, code);
    const direct = await stage.discord.until('a redrawing by message', () =>
      stage.discord.world
        .messagesIn(ann.directChannel)
        .find(({ attachments }) => attachments.length === 1),
    );
    expect(direct.attachments[0]?.description).toBe(redrawn.attachments[0]?.description);
    const unreadable = await ann.slash(channel, 'redraw', { code: 'nonsense' }).followUp();
    expect(textOf(unreadable)).not.toBe('');
    const nothing = await ann.slash(channel, 'redraw').followUp();
    expect(textOf(nothing)).not.toBe('');
  });

  it('draws all faces of a picture again', async () => {
    const grid = await pull({ count: 3 });
    const { filename, bytes } = grid.attachments[0]!;
    const picture = ann.upload(filename, bytes);
    const redrawn = await ann.slash(channel, 'redraw', { picture }).message();
    expect(redrawn.attachments).toHaveLength(1);
    expect(keepLabels(redrawn)).toHaveLength(3);
    ann.react(redrawn, '3️⃣');
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([1]), patience);
    const foreign = ann.upload('cat.png', new TextEncoder().encode('not a picture at all'));
    const refusal = await ann.slash(channel, 'redraw', { picture: foreign }).followUp();
    expect(refusal.onlyFor).toBe(ann.user);
    const gone = ann.upload('gone.png', bytes);
    const late = ann.slash(channel, 'redraw', { picture: gone });
    stage.discord.world.files.delete(gone);
    expect(textOf(await late.followUp())).toBe(textOf(refusal));
  });

  it('morphs as a picture that moves', async () => {
    await keepOne();
    const moving = await ann
      .slash(channel, 'morph', { favourite: '1', description: 'green eyes', animate: true })
      .message();
    expect(moving.attachments).toHaveLength(1);
    const { filename, bytes } = moving.attachments[0]!;
    expect(filename).toMatch(/\.gif$/);
    expect(Buffer.from(bytes).includes('NETSCAPE2.0')).toBe(true);
    expect(keepLabels(moving)).toHaveLength(1);
    await ann.press(moving, 'Keep').message();
    expect(await stage.kept(ann)).toEqual([1, 2]);
  });

  it('makes one change to several favourites, those named or the newest', async () => {
    const none = await ann.slash(channel, 'change', { description: 'green eyes' }).followUp();
    expect(textOf(none)).not.toBe('');
    const grid = await pull({ count: 3 });
    await ann.submit(ann.contextMenu(grid, 'Keep'), { places: ['1', '2', '3'] });
    await vi.waitFor(async () => expect(await stage.kept(ann)).toHaveLength(3), patience);
    await ann.slash(channel, 'name', { favourite: '2', name: 'Aya' }).message();
    const typed = ann.type(channel, 'change', {
      option: 'favourites',
      text: '1, ay',
      others: { description: 'green eyes' },
    });
    expect(await typed.choices()).toEqual([{ name: expect.stringContaining('Aya'), value: '1,2' }]);
    const two = await ann
      .slash(channel, 'change', { description: 'green eyes', favourites: '1, Aya' })
      .message();
    expect(keepLabels(two)).toHaveLength(2);
    const all = await ann.slash(channel, 'change', { description: 'green eyes' }).message();
    expect(keepLabels(all)).toHaveLength(3);
    expect(all.attachments[0]?.description).toContain('green');
  });

  it('tags, finds by tag and takes the tags away', async () => {
    await keepOne();
    await keepOne();
    const tagged = await ann
      .slash(channel, 'tag', { favourite: '2', tags: 'Cute, b*ld' })
      .message();
    expect(textOf(tagged)).toContain('#b\\*ld');
    expect(textOf(tagged)).toContain('#cute');
    const found = await ann.slash(channel, 'favorites', { tag: 'cute' }).message();
    expect(textOf(found)).toContain('One found');
    expect(found.attachments).toHaveLength(1);
    const untagged = await ann.slash(channel, 'tag', { favourite: '2' }).message();
    expect(textOf(untagged)).not.toContain('#');
    const nothing = await ann.slash(channel, 'favorites', { tag: 'cute' }).message();
    expect(textOf(nothing)).toContain('has the tag “cute”');
    const nobody = await ann.slash(channel, 'favorites', { search: '*Zoe*' }).message();
    expect(textOf(nobody)).toContain('“\\*Zoe\\*”');
  });

  it('leafs through what a search found, also after a restart', async () => {
    for (const count of [10, 3]) {
      const grid = await pull({ count });
      const places = Array.from({ length: count }, (_, index) => String(index + 1));
      await ann.submit(ann.contextMenu(grid, 'Keep'), { places });
    }
    await vi.waitFor(async () => expect(await stage.kept(ann)).toHaveLength(13), patience);
    const person = await stage.game.people.meet({ platform: 'discord', platformId: ann.id });
    for (const number of await stage.kept(ann)) {
      if (number !== 5) await stage.game.favorites.tag(person, number, ['cute']);
    }
    const found = await ann.slash(channel, 'favorites', { tag: 'cute' }).message();
    expect(textOf(found)).toContain('12 found');
    expect(textOf(found)).toContain('Page 1 of 2');
    await stage.restart();
    ann.press(found, 'Next');
    await stage.discord.until('page 2', () =>
      textOf(found).includes('Page 2 of 2') ? true : undefined,
    );
    expect(textOf(found)).toContain('12 found');
    const [turn] = buttonsOf(found);
    const bob = stage.discord.person('Bob');
    const foreign = await bob.pressId(found, turn!.customId).followUp();
    expect(foreign.onlyFor).toBe(bob.user);
    expect(textOf(foreign)).toContain('search again');
  });

  it('shows of what a face was made', async () => {
    await keepOne();
    const alone = await ann.slash(channel, 'family', { favourite: '1' }).message();
    expect(textOf(alone)).toContain('was pulled');
    const morphed = await ann
      .slash(channel, 'morph', { favourite: '1', description: 'green eyes' })
      .message();
    await ann.press(morphed, '❤️ Keep').message();
    const number = (await stage.kept(ann)).at(-1);
    const family = await ann.slash(channel, 'family', { favourite: String(number) }).message();
    expect(textOf(family)).toContain('morphed');
    expect(family.attachments).toHaveLength(1);
    expect(family.attachments[0]?.description).not.toBe('');
  });

  it('exports privately, and says when there is nothing', async () => {
    const nothing = await ann.slash(channel, 'export').message();
    expect(nothing.attachments).toHaveLength(0);
    expect(textOf(nothing)).not.toBe('');
    await keepOne();
    const exported = await ann.slash(channel, 'export').message();
    expect(exported.flags & messageFlags.ephemeral).not.toBe(0);
    const [file] = exported.attachments;
    expect(file?.filename).toMatch(/\.zip$/);
    expect(Buffer.from(file!.bytes.subarray(0, 2)).toString()).toBe('PK');
  });

  it('forgets posts that were deleted in bulk, and nothing that was kept from them', async () => {
    const posts = [await pull(), await pull()];
    await ann.press(posts[0]!, 'Keep').message();
    const find = (messageId: string) =>
      stage.game.posts.find({ platform: 'discord', channelId: channel.id, messageId });
    expect(await find(posts[0]!.id)).toBeDefined();
    stage.discord.bulkDelete(channel, posts);
    await vi.waitFor(async () => {
      expect(await Promise.all(posts.map(({ id }) => find(id)))).toEqual([undefined, undefined]);
    }, patience);
    expect(await stage.kept(ann)).toEqual([1]);
  });
});
