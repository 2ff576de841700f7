import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags } from '../../support/discord-standin/world.js';
import type { Person } from '../../support/discord-standin/person.js';
import {
  evenPicture,
  hugePicture,
  movingPicture,
  passedOn,
} from '../../support/imaging/sent-pictures.js';
import { hasPicture, keepButtons, tellStories } from './story.js';

const patience = { timeout: 20_000, interval: 20 };

describe('commands for what is there already', () => {
  const story = tellStories();

  const pull = (options = {}) => story.pull(story.ann, options);
  const keepOne = async () => story.ann.press(await pull(), 'Keep').message();

  it('draws a face again from its code', async () => {
    await keepOne();
    const shown = await story.ann
      .slash(story.channel, 'show', { favourite: '1', private: true })
      .message();
    const told = await story.ann.press(shown, 'Share').message();
    const code = /`([^`]+)`/.exec(textOf(told))?.[1] ?? '';
    const redrawn = await story.ann
      .slash(story.channel, 'redraw', { code: `see ${code}!` })
      .message();
    expect(redrawn.attachments).toHaveLength(1);
    expect(redrawn.attachments[0]?.description).toContain('blonde');
    expect(keepButtons(redrawn)).toHaveLength(1);
    story.ann.write(story.ann.directChannel, code);
    const direct = await story.stage.discord.until('a redrawing by message', () =>
      story.stage.discord.world
        .messagesIn(story.ann.directChannel)
        .find(({ attachments }) => attachments.length === 1),
    );
    expect(direct.attachments[0]?.description).toBe(redrawn.attachments[0]?.description);
    const unreadable = await story.ann
      .slash(story.channel, 'redraw', { code: 'nonsense' })
      .followUp();
    expect(textOf(unreadable)).not.toBe('');
    const nothing = await story.ann.slash(story.channel, 'redraw').followUp();
    expect(textOf(nothing)).toContain('Give me a share code, or a picture');
    const inJapanese = await story.bob.slash(story.channel, 'redraw').followUp();
    expect(textOf(inJapanese)).toContain('共有コードか');
  });

  it('draws all faces of a picture again', async () => {
    const grid = await pull({ count: 3 });
    const { filename, bytes } = grid.attachments[0]!;
    const picture = story.ann.upload(filename, bytes);
    const redrawn = await story.ann.slash(story.channel, 'redraw', { picture }).message();
    expect(redrawn.attachments).toHaveLength(1);
    expect(keepButtons(redrawn)).toHaveLength(3);
    story.ann.react(redrawn, '3️⃣');
    await vi.waitFor(async () => expect(await story.stage.kept(story.ann)).toEqual([1]), patience);
    const foreign = story.ann.upload('cat.png', new TextEncoder().encode('not a picture at all'));
    const refusal = await story.ann.slash(story.channel, 'redraw', { picture: foreign }).followUp();
    expect(refusal.onlyFor).toBe(story.ann.user);
    const gone = story.ann.upload('gone.png', bytes);
    const late = story.ann.slash(story.channel, 'redraw', { picture: gone });
    story.stage.discord.world.files.delete(gone);
    expect(textOf(await late.followUp())).toBe(textOf(refusal));
  });

  it('adopts the face in a picture, of a command and of a direct message', async () => {
    const { ann, channel } = story;
    const [drawn] = (await pull()).attachments;
    const bytes = await passedOn(drawn!.bytes);
    const adopted = await ann
      .slash(channel, 'adopt', { picture: ann.upload('shot.jpg', bytes) })
      .message(hasPicture);
    expect(textOf(adopted)).toMatch(/\*\*I see: .+\*\*\n-# 1 is the nearest face I can draw/);
    expect(keepButtons(adopted)).toHaveLength(4);
    await ann.press(adopted, 'Keep 1').message();
    expect(await story.stage.kept(ann)).toEqual([1]);
    ann.send(ann.directChannel, '', { filename: 'shot.jpg', bytes });
    const direct = await story.answerIn(ann.directChannel, 'picture');
    expect(textOf(direct)).toBe(textOf(adopted));
    const again = await ann
      .slash(channel, 'redraw', { picture: ann.upload('shot.jpg', bytes) })
      .message(hasPicture);
    expect(textOf(again)).toContain('lost its recipe');
    expect(keepButtons(again)).toHaveLength(1);
  });

  it('says why it adopts no face from a picture', async () => {
    const refusalOf = async (who: Person, bytes: Uint8Array) => {
      const picture = who.upload('sent.png', bytes);
      const refusal = await who.slash(story.channel, 'adopt', { picture }).followUp();
      expect(refusal.onlyFor).toBe(who.user);
      return textOf(refusal);
    };
    expect(await refusalOf(story.ann, await evenPicture())).toContain('no drawn face');
    expect(await refusalOf(story.bob, await evenPicture())).toContain('絵の顔が見つかりません');
    expect(await refusalOf(story.ann, await movingPicture())).toContain('moves');
    expect(await refusalOf(story.ann, hugePicture(60_000, 60_000))).toContain('40 million pixels');
  });

  it('morphs as a picture that moves', async () => {
    await keepOne();
    const moving = await story.ann
      .slash(story.channel, 'morph', { favourite: '1', description: 'green eyes', animate: true })
      .message();
    expect(moving.attachments).toHaveLength(1);
    const { filename, bytes } = moving.attachments[0]!;
    expect(filename).toMatch(/\.gif$/);
    expect(Buffer.from(bytes).includes('NETSCAPE2.0')).toBe(true);
    expect(keepButtons(moving)).toHaveLength(1);
    await story.ann.press(moving, 'Keep').message();
    expect(await story.stage.kept(story.ann)).toEqual([1, 2]);
  });

  it('makes one change to several favourites, those named or the newest', async () => {
    const none = await story.ann
      .slash(story.channel, 'change', { description: 'green eyes' })
      .followUp();
    expect(textOf(none)).not.toBe('');
    const grid = await pull({ count: 3 });
    await story.ann.submit(story.ann.contextMenu(grid, 'Keep'), { places: ['1', '2', '3'] });
    await vi.waitFor(
      async () => expect(await story.stage.kept(story.ann)).toHaveLength(3),
      patience,
    );
    await story.ann.slash(story.channel, 'name', { favourite: '2', name: 'Aya' }).message();
    const typed = story.ann.type(story.channel, 'change', {
      option: 'favourites',
      text: '1, ay',
      others: { description: 'green eyes' },
    });
    expect(await typed.choices()).toEqual([{ name: expect.stringContaining('Aya'), value: '1,2' }]);
    const two = await story.ann
      .slash(story.channel, 'change', { description: 'green eyes', favourites: '1, Aya' })
      .message();
    expect(keepButtons(two)).toHaveLength(2);
    const all = await story.ann
      .slash(story.channel, 'change', { description: 'green eyes' })
      .message();
    expect(keepButtons(all)).toHaveLength(3);
    expect(all.attachments[0]?.description).toContain('green');
  });

  it('tags, finds by tag and takes the tags away', async () => {
    await keepOne();
    await keepOne();
    const tagged = await story.ann
      .slash(story.channel, 'tag', { favourite: '2', tags: 'Cute, b*ld' })
      .message();
    expect(textOf(tagged)).toContain('#b\\*ld');
    expect(textOf(tagged)).toContain('#cute');
    const found = await story.ann.slash(story.channel, 'favorites', { tag: 'cute' }).message();
    expect(textOf(found)).toContain('One found');
    expect(found.attachments).toHaveLength(1);
    const untagged = await story.ann.slash(story.channel, 'tag', { favourite: '2' }).message();
    expect(textOf(untagged)).not.toContain('#');
    const nothing = await story.ann.slash(story.channel, 'favorites', { tag: 'cute' }).message();
    expect(textOf(nothing)).toContain('has the tag “cute”');
    const nobody = await story.ann.slash(story.channel, 'favorites', { search: '*Zoe*' }).message();
    expect(textOf(nobody)).toContain('“\\*Zoe\\*”');
  });

  it('leafs through what a search found, also after a restart', async () => {
    for (const count of [10, 3]) {
      const grid = await pull({ count });
      const places = Array.from({ length: count }, (_, index) => String(index + 1));
      await story.ann.submit(story.ann.contextMenu(grid, 'Keep'), { places });
    }
    await vi.waitFor(
      async () => expect(await story.stage.kept(story.ann)).toHaveLength(13),
      patience,
    );
    const person = await story.stage.game.people.meet({
      platform: 'discord',
      platformId: story.ann.id,
    });
    for (const number of await story.stage.kept(story.ann)) {
      if (number !== 5) await story.stage.game.favorites.tag(person, number, ['cute']);
    }
    const found = await story.ann.slash(story.channel, 'favorites', { tag: 'cute' }).message();
    expect(textOf(found)).toContain('12 found');
    expect(textOf(found)).toContain('Page 1 of 2');
    await story.stage.restart();
    story.ann.press(found, 'Next');
    await story.stage.discord.until('page 2', () =>
      textOf(found).includes('Page 2 of 2') ? true : undefined,
    );
    expect(textOf(found)).toContain('12 found');
    const [turn] = buttonsOf(found);
    const bob = story.stage.discord.person('Bob');
    const foreign = await bob.pressId(found, turn!.customId).followUp();
    expect(foreign.onlyFor).toBe(bob.user);
    expect(textOf(foreign)).toContain('search again');
  });

  it('shows of what a face was made', async () => {
    await keepOne();
    const alone = await story.ann.slash(story.channel, 'family', { favourite: '1' }).message();
    expect(textOf(alone)).toContain('was pulled');
    const morphed = await story.ann
      .slash(story.channel, 'morph', { favourite: '1', description: 'green eyes' })
      .message();
    await story.ann.press(morphed, '❤️ Keep').message();
    const number = (await story.stage.kept(story.ann)).at(-1);
    const family = await story.ann
      .slash(story.channel, 'family', { favourite: String(number) })
      .message();
    expect(textOf(family)).toContain('morphed');
    expect(family.attachments).toHaveLength(1);
    expect(family.attachments[0]?.description).not.toBe('');
  });

  it('exports privately, and says when there is nothing', async () => {
    const nothing = await story.ann.slash(story.channel, 'export').message();
    expect(nothing.attachments).toHaveLength(0);
    expect(textOf(nothing)).not.toBe('');
    await keepOne();
    const exported = await story.ann.slash(story.channel, 'export').message();
    expect(exported.flags & messageFlags.ephemeral).not.toBe(0);
    const [file] = exported.attachments;
    expect(file?.filename).toMatch(/\.zip$/);
    expect(Buffer.from(file!.bytes.subarray(0, 2)).toString()).toBe('PK');
  });

  it('forgets posts that were deleted in bulk, and nothing that was kept from them', async () => {
    const posts = [await pull(), await pull()];
    await story.ann.press(posts[0]!, 'Keep').message();
    const find = (messageId: string) =>
      story.stage.game.posts.find({ platform: 'discord', channelId: story.channel.id, messageId });
    expect(await find(posts[0]!.id)).toBeDefined();
    story.stage.discord.bulkDelete(story.channel, posts);
    await vi.waitFor(async () => {
      expect(await Promise.all(posts.map(({ id }) => find(id)))).toEqual([undefined, undefined]);
    }, patience);
    expect(await story.stage.kept(story.ann)).toEqual([1]);
  });
});
