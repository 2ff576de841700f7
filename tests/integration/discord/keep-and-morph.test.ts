import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags } from '../../support/discord-standin/world.js';
import { hasPicture, tellStories } from './story.js';

const patience = { timeout: 20_000, interval: 20 };

describe('a day on a Discord server', () => {
  const story = tellStories();

  it('answers /gacha with one post: picture, alt text, words and buttons', async () => {
    const post = await story.pull(story.ann, { seed: 7 });
    expect(textOf(post)).toContain('**blonde hair, blue eyes**');
    expect(textOf(post)).toContain('seed 7');
    expect(post.attachments).toHaveLength(1);
    expect(post.attachments[0]?.description).toContain('blonde');
    const labels = buttonsOf(post).map((button) => button.label);
    expect(labels.join('|')).toMatch(/Keep\|.*Again\|.*Change\|.*Vary\|.*Blend with…\|.*Delete/);
  });

  it('shows ten as one numbered grid with a button each', async () => {
    const post = await story.pull(story.ann, { count: 10 });
    expect(post.attachments).toHaveLength(1);
    expect(buttonsOf(post).filter((b) => b.label.startsWith('Keep'))).toHaveLength(10);
  });

  it('keeps by button and by reaction, also on a post from before a restart', async () => {
    const post = await story.pull(story.ann, { count: 3 });
    const answer = await story.ann.press(post, 'Keep 2').message();
    expect(textOf(answer)).toContain('Kept as No. 1');
    expect(answer.flags & messageFlags.ephemeral).not.toBe(0);
    await story.stage.restart();
    story.bob.react(post, '3️⃣');
    await vi.waitFor(async () => expect(await story.stage.kept(story.bob)).toEqual([1]), patience);
    const again = await story.ann.press(post, 'Keep 2').message();
    expect(textOf(again)).toContain('already keep');
    story.ann.react(post, '1️⃣');
    await vi.waitFor(
      async () => expect(await story.stage.kept(story.ann)).toEqual([1, 2]),
      patience,
    );
    story.ann.unreact(post, '1️⃣');
    await vi.waitFor(async () => expect(await story.stage.kept(story.ann)).toEqual([1]), patience);
  });

  it('ignores hearts on messages that are none of ours', async () => {
    const chat = story.bob.write(story.channel, 'good morning');
    story.ann.react(chat, '❤️');
    const post = await story.pull(story.ann);
    story.ann.react(post, '❤️');
    await vi.waitFor(async () => expect(await story.stage.kept(story.ann)).toEqual([1]), patience);
  });

  it('pulls again, deletes only for the asker or a moderator', async () => {
    const post = await story.pull(story.ann, { seed: 1 });
    const next = await story.bob.press(post, 'Again').message();
    expect(textOf(next)).toContain('金髪、青い目');
    const refusal = await story.bob.press(post, 'Delete').followUp();
    expect(refusal.onlyFor).toBe(story.bob.user);
    expect(post.deleted).toBe(false);
    story.ann.press(post, 'Delete');
    await story.stage.discord.until('the deletion', () => (post.deleted ? true : undefined));
    story.ann.permissions |= PermissionFlagsBits.ManageMessages;
    story.ann.press(next, '削除');
    await story.stage.discord.until('the moderation', () => (next.deleted ? true : undefined));
  });

  it('morphs a favourite into a strip, each step of which can be kept', async () => {
    await story.ann.press(await story.pull(story.ann), 'Keep').message();
    const strip = await story.ann
      .slash(story.channel, 'morph', { favourite: '1', description: 'green eyes', strength: 60 })
      .message();
    expect(textOf(strip)).toContain('strength 60 %');
    expect(buttonsOf(strip).filter((b) => /Keep/.test(b.label))).toHaveLength(8);
    await story.ann.press(strip, 'Keep 3').message();
    expect(await story.stage.kept(story.ann)).toEqual([1, 2]);
  });

  it('changes a face through the modal, without typing', async () => {
    const post = await story.pull(story.ann);
    const opened = story.ann.press(post, 'Change');
    const submitted = await story.ann.submit(opened, {
      eye_color: 'red',
      details: ['expression:smile'],
    });
    const caption = textOf(await submitted.message());
    expect(caption).toContain('From before to after');
    expect(caption).toMatch(/^\*\*.*red eyes.*\*\*$/m);
  });

  it('asks which one where a post shows several', async () => {
    const post = await story.pull(story.ann, { count: 4 });
    const submitted = await story.ann.submit(story.ann.press(post, 'Vary'), {
      place: '3',
      amount: 'strong',
    });
    const neighbours = await submitted.message();
    expect(buttonsOf(neighbours).filter((b) => b.label.startsWith('Keep'))).toHaveLength(4);
  });

  it('blends with somebody else’s face in the channel, unless they closed theirs', async () => {
    const { ann, bob, stage } = story;
    await bob.press(await story.pull(bob), 'お気に入り').message();
    const post = await story.pull(ann);
    const partner = { partner: ['1'] };
    const blended = await bob.submit(bob.contextMenu(post, 'Blend with my…'), partner);
    await blended.message(hasPicture);
    const opened = bob.press(post, 'Blend with…');
    await opened.modal();
    const privacy = await ann.slash(story.channel, 'privacy').message();
    ann.press(privacy, 'Keep my faces to myself');
    await story.shows(privacy, 'Nobody but you');
    // Before any question is asked, and with the way to ask.
    for (const way of [bob.contextMenu(post, 'Blend with my…'), bob.press(post, 'Blend with…')]) {
      const refusal = await way.message();
      expect(refusal.onlyFor).toBe(bob.user);
      expect(textOf(refusal)).toContain('許可していません');
      expect(textOf(refusal)).toContain('頼んでみてください');
    }
    // Nor by keeping it first, nor where the question stood open already.
    await bob.press(post, 'Keep').message();
    const command = bob.slash(story.channel, 'blend', { first: '1', second: '2' });
    expect(textOf(await command.followUp())).toContain('許可していません');
    const late = await bob.submit(opened, partner);
    expect(textOf(await late.followUp())).toContain('許可していません');
    expect(await stage.kept(bob)).toEqual([1, 2]);
  });

  it('pages through favourites, names one, finds it by typing, lets it go', async () => {
    const grid = await story.pull(story.ann, { count: 10 });
    const more = await story.pull(story.ann, { count: 2 });
    await story.ann.submit(story.ann.contextMenu(grid, 'Keep'), { places: [...'123456789', '10'] });
    await story.ann.submit(story.ann.contextMenu(more, 'Keep'), { places: ['1', '2'] });
    await vi.waitFor(
      async () => expect(await story.stage.kept(story.ann)).toHaveLength(12),
      patience,
    );
    const list = await story.ann.slash(story.channel, 'favorites').message();
    expect(textOf(list)).toContain('Page 1 of 2');
    expect(list.attachments).toHaveLength(1);
    story.ann.press(list, 'Next');
    await story.stage.discord.until('page 2', () =>
      textOf(list).includes('Page 2') ? true : undefined,
    );
    await story.ann.slash(story.channel, 'name', { favourite: '3', name: 'A*y*a' }).message();
    const typed = story.ann.type(story.channel, 'show', { option: 'favourite', text: 'a*' });
    expect(await typed.choices()).toEqual([{ name: expect.stringContaining('A*y*a'), value: '3' }]);
    const shown = await story.ann.slash(story.channel, 'show', { favourite: 'A*y*a' }).message();
    expect(textOf(shown)).toContain('A\\*y\\*a');
    const gone = await story.ann.slash(story.channel, 'drop', { favourite: '3' }).message();
    expect(textOf(gone)).toContain('Let go');
  });

  it('exports and forgets', async () => {
    await story.ann.press(await story.pull(story.ann), 'Keep').message();
    const exported = await story.ann.slash(story.channel, 'export').message();
    expect(exported.attachments[0]?.filename).toMatch(/\.zip$/);
    const asked = await story.ann.slash(story.channel, 'forget-me').message();
    expect(await story.stage.kept(story.ann)).toEqual([1]);
    story.ann.press(asked, 'Erase everything');
    await story.stage.discord.until('the erasure', () =>
      textOf(asked).includes('All erased') ? true : undefined,
    );
    expect(await story.stage.kept(story.ann)).toEqual([]);
  });
});
