import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import { messageFlags, type StandinChannel } from '../../support/discord-standin/world.js';
import { openGenerator, openStage, type Stage } from './stage.js';

const patience = { timeout: 20_000, interval: 20 };

describe('a day on a Discord server', () => {
  let generator: PortraitGenerator;
  let stage: Stage;
  let channel: StandinChannel;
  let ann: Person;
  let bob: Person;

  beforeAll(async () => {
    generator = await openGenerator();
  });
  afterAll(() => generator.close());

  beforeEach(async () => {
    stage = await openStage({ generator });
    channel = stage.discord.channel('gacha');
    ann = stage.discord.person('Ann');
    bob = stage.discord.person('Bob', { locale: 'ja' });
  });
  afterEach(async () => {
    await stage.close();
    expect(stage.discord.problems).toEqual([]);
  });

  const pull = (who: Person, options = {}) =>
    who.slash(channel, 'gacha', { description: 'blonde blue-eyes', ...options }).message();

  it('answers /gacha with one post: picture, alt text, words and buttons', async () => {
    const post = await pull(ann, { seed: 7 });
    expect(textOf(post)).toContain('blonde blue\\-eyes');
    expect(textOf(post)).toContain('seed 7');
    expect(post.attachments).toHaveLength(1);
    expect(post.attachments[0]?.description).toContain('blonde');
    const labels = buttonsOf(post).map((button) => button.label);
    expect(labels.join('|')).toMatch(/Keep\|.*Again\|.*Change\|.*Vary\|.*Blend with…\|.*Delete/);
  });

  it('shows ten as one numbered grid with a button each', async () => {
    const post = await pull(ann, { count: 10 });
    expect(post.attachments).toHaveLength(1);
    expect(buttonsOf(post).filter((b) => b.label.startsWith('Keep'))).toHaveLength(10);
  });

  it('keeps by button and by reaction, also on a post from before a restart', async () => {
    const post = await pull(ann, { count: 3 });
    const answer = await ann.press(post, 'Keep 2').message();
    expect(textOf(answer)).toContain('Kept as No. 1');
    expect(answer.flags & messageFlags.ephemeral).not.toBe(0);
    await stage.restart();
    bob.react(post, '3️⃣');
    await vi.waitFor(async () => expect(await stage.kept(bob)).toEqual([1]), patience);
    const again = await ann.press(post, 'Keep 2').message();
    expect(textOf(again)).toContain('already keep');
    ann.react(post, '1️⃣');
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([1, 2]), patience);
    ann.unreact(post, '1️⃣');
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([1]), patience);
  });

  it('ignores hearts on messages that are none of ours', async () => {
    const chat = bob.write(channel, 'good morning');
    ann.react(chat, '❤️');
    const post = await pull(ann);
    ann.react(post, '❤️');
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([1]), patience);
  });

  it('pulls again, deletes only for the asker or a moderator', async () => {
    const post = await pull(ann, { seed: 1 });
    const next = await bob.press(post, 'Again').message();
    expect(textOf(next)).toContain('blonde blue\\-eyes');
    const refusal = await bob.press(post, 'Delete').followUp();
    expect(refusal.onlyFor).toBe(bob.user);
    expect(post.deleted).toBe(false);
    ann.press(post, 'Delete');
    await stage.discord.until('the deletion', () => (post.deleted ? true : undefined));
    ann.permissions |= PermissionFlagsBits.ManageMessages;
    ann.press(next, '削除');
    await stage.discord.until('the moderation', () => (next.deleted ? true : undefined));
  });

  it('morphs a favourite into a strip, each step of which can be kept', async () => {
    await ann.press(await pull(ann), 'Keep').message();
    const strip = await ann
      .slash(channel, 'morph', { favourite: '1', description: 'green eyes', strength: 60 })
      .message();
    expect(textOf(strip)).toContain('strength 60 %');
    expect(buttonsOf(strip).filter((b) => /Keep/.test(b.label))).toHaveLength(8);
    await ann.press(strip, 'Keep 3').message();
    expect(await stage.kept(ann)).toEqual([1, 2]);
  });

  it('changes a face through the modal, without typing', async () => {
    const post = await pull(ann);
    const opened = ann.press(post, 'Change');
    const submitted = await ann.submit(opened, { eye_color: 'red', details: ['expression:smile'] });
    expect(textOf(await submitted.message())).toContain('From before to after');
  });

  it('asks which one where a post shows several', async () => {
    const post = await pull(ann, { count: 4 });
    const submitted = await ann.submit(ann.press(post, 'Vary'), { place: '3', amount: 'strong' });
    const neighbours = await submitted.message();
    expect(buttonsOf(neighbours).filter((b) => b.label.startsWith('Keep'))).toHaveLength(4);
  });

  it('blends with somebody else’s face in the channel, if they allow it', async () => {
    await bob.press(await pull(bob), 'お気に入り').message();
    const post = await pull(ann);
    const refused = await bob.submit(bob.contextMenu(post, 'Blend with my…'), { partner: ['1'] });
    await refused.answered();
    const privacy = await ann.slash(channel, 'privacy').message();
    ann.press(privacy, 'Let others blend');
    await stage.discord.until('consent', () =>
      textOf(privacy).includes('Others may blend') ? true : undefined,
    );
    const blended = await bob.submit(bob.contextMenu(post, 'Blend with my…'), { partner: ['1'] });
    const strip = await blended.message();
    expect(strip.attachments).toHaveLength(1);
  });

  it('pages through favourites, names one, finds it by typing, lets it go', async () => {
    const grid = await pull(ann, { count: 10 });
    const more = await pull(ann, { count: 2 });
    await ann.submit(ann.contextMenu(grid, 'Keep'), { places: [...'123456789', '10'] });
    await ann.submit(ann.contextMenu(more, 'Keep'), { places: ['1', '2'] });
    await vi.waitFor(async () => expect(await stage.kept(ann)).toHaveLength(12), patience);
    const list = await ann.slash(channel, 'favorites').message();
    expect(textOf(list)).toContain('Page 1 of 2');
    expect(list.attachments).toHaveLength(1);
    ann.press(list, 'Next');
    await stage.discord.until('page 2', () => (textOf(list).includes('Page 2') ? true : undefined));
    await ann.slash(channel, 'name', { favourite: '3', name: 'A*y*a' }).message();
    const typed = ann.type(channel, 'show', { option: 'favourite', text: 'a*' });
    expect(await typed.choices()).toEqual([{ name: expect.stringContaining('A*y*a'), value: '3' }]);
    const shown = await ann.slash(channel, 'show', { favourite: 'A*y*a' }).message();
    expect(textOf(shown)).toContain('A\\*y\\*a');
    const gone = await ann.slash(channel, 'drop', { favourite: '3' }).message();
    expect(textOf(gone)).toContain('Let go');
  });

  it('exports and forgets', async () => {
    await ann.press(await pull(ann), 'Keep').message();
    const exported = await ann.slash(channel, 'export').message();
    expect(exported.attachments[0]?.filename).toMatch(/\.zip$/);
    const asked = await ann.slash(channel, 'forget-me').message();
    expect(await stage.kept(ann)).toEqual([1]);
    ann.press(asked, 'Erase everything');
    await stage.discord.until('the erasure', () =>
      textOf(asked).includes('All erased') ? true : undefined,
    );
    expect(await stage.kept(ann)).toEqual([]);
  });
});
