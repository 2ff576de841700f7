import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import type { StandinChannel, StandinMessage } from '../../support/discord-standin/world.js';
import { openGenerator, openStage, type Stage } from './stage.js';

const patience = { timeout: 30_000, interval: 20 };
const hasPicture = ({ attachments }: StandinMessage) => attachments.length === 1;

describe('one long story', () => {
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
    bob = stage.discord.person('Bob');
  });
  afterEach(async () => {
    await stage.close();
    expect(stage.discord.problems).toEqual([]);
    expect(stage.log.filter((line) => line.level >= 50)).toEqual([]);
  });

  const keeps = (who: Person, numbers: readonly number[]) =>
    vi.waitFor(async () => expect(await stage.kept(who)).toEqual(numbers), patience);
  const shows = (message: StandinMessage, text: string) =>
    stage.discord.until(text, () => (textOf(message).includes(text) ? true : undefined));

  it('goes from the first pull to being forgotten', { timeout: 240_000 }, async () => {
    // Pull, and keep by reaction.
    const grid = await ann
      .slash(channel, 'gacha', { description: 'blonde blue-eyes', count: 10 })
      .message(hasPicture);
    ann.react(grid, '2️⃣');
    await keeps(ann, [1]);
    bob.react(grid, '🔟');
    await keeps(bob, [1]);

    // Restart the bot, and keep others from the old post; what is taken back goes.
    await stage.restart();
    ann.react(grid, '3️⃣');
    await keeps(ann, [1, 2]);
    await ann.press(grid, 'Keep 4').message();
    ann.unreact(grid, '2️⃣');
    await keeps(ann, [2, 3]);

    // Morph, and keep a step by its number.
    const strip = await ann
      .slash(channel, 'morph', { favourite: '2', description: 'green eyes' })
      .message(hasPicture);
    ann.react(strip, '5️⃣');
    await keeps(ann, [2, 3, 4]);

    // Blend in the channel with a face that Bob showed and lets others blend with.
    const bobs = await bob
      .slash(channel, 'gacha', { description: 'pink hair' })
      .message(hasPicture);
    const privacy = await bob.slash(channel, 'privacy').message();
    bob.press(privacy, 'Let others blend');
    await shows(privacy, 'Others may blend');
    const chosen = { partner: ['2'], ratio: '0.25' };
    const opened = ann.contextMenu(bobs, 'Blend with my…');
    const child = await (await ann.submit(opened, chosen)).message(hasPicture);
    expect(textOf(child)).toMatch(/25 %/);
    ann.react(child, '❤️');
    await keeps(ann, [2, 3, 4, 5]);
    const family = await ann.slash(channel, 'family', { favourite: '5' }).message(hasPicture);
    expect(textOf(family)).toContain('blended');

    // Page through favourites: eleven need two pages.
    await ann.submit(ann.contextMenu(grid, 'Keep'), { places: [...'156789', '10'] });
    await vi.waitFor(async () => expect(await stage.kept(ann)).toHaveLength(11), patience);
    const list = await ann.slash(channel, 'favorites').message(hasPicture);
    expect(textOf(list)).toContain('Page 1 of 2');
    ann.press(list, 'Next');
    await shows(list, 'Page 2 of 2');
    const picked = await ann.select(list, 'm1.pick', ['2']).message(hasPicture);
    expect(textOf(picked)).toContain('No. 2');
    ann.press(list, 'Previous');
    await shows(list, 'Page 1 of 2');

    // Forget me: nothing of Ann's is left, and Bob keeps what he kept.
    const asked = await ann.slash(channel, 'forget-me').message();
    expect(textOf(asked)).toContain('11');
    ann.press(asked, 'Erase everything');
    await shows(asked, 'All erased');
    expect(await stage.kept(ann)).toEqual([]);
    expect(await stage.kept(bob)).toEqual([1]);
    const shown = await bob.slash(channel, 'show', { favourite: '1' }).message(hasPicture);
    expect(shown.attachments[0]?.description).toContain('blonde');
  });
});
