import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
import { openEnlarging } from '../../support/inference/models-folder.js';
import { hasPicture, tellStories } from './story.js';

interface Menu {
  readonly custom_id: string;
  readonly options?: readonly { readonly label: string }[];
}

function menuOf(message: StandinMessage): Menu {
  return message.components
    .flatMap((row) => row['components'] as Menu[])
    .find(({ options }) => options !== undefined)!;
}

function pick(who: Person, message: StandinMessage, place: number): Promise<StandinMessage> {
  return who.select(message, menuOf(message).custom_id, [String(place)]).message(hasPicture);
}

describe('finding the one', () => {
  const story = tellStories({ open: openEnlarging });

  const find = (who: Person, post: StandinMessage) =>
    who.press(post, 'Find the one').message(hasPicture);

  const facesOn = async (message: StandinMessage): Promise<readonly string[]> => {
    const postId = menuOf(message).custom_id.split('.')[2]!;
    return (await story.stage.game.posts.findById(postId))!.portraitIds;
  };

  it('goes from a person to their colours, to their details, and to the one large', async () => {
    const { ann } = story;
    const people = await find(ann, await story.pull());
    expect(people.content).toMatch(/^\*\*blonde hair, blue eyes\*\*\n-# Sixteen faces/);
    expect(menuOf(people).options?.map(({ label }) => label)).toContain('No. 16');
    const picked = await pick(ann, people, 16);
    expect(textOf(picked)).toContain('Is this the one?');

    const colors = await ann.press(picked, 'Other colours').message(hasPicture);
    expect(textOf(colors)).toContain('The same person in other colours.');
    expect((await facesOn(colors))[0]).toBe((await facesOn(people))[15]);
    const colored = await pick(ann, colors, 2);
    const details = await ann.press(colored, 'Other details').message(hasPicture);
    expect(textOf(details)).toContain('The same person with other details.');
    expect((await facesOn(details))[0]).toBe((await facesOn(colors))[1]);

    const found = await pick(ann, details, 3);
    const large = await ann.press(found, 'Enlarge').message(hasPicture);
    const { width } = await sharp(large.attachments[0]!.bytes).metadata();
    expect(width).toBe(256);
    expect((await ann.press(found, 'Keep').message()).content).toContain('Kept as No. 1');
  });

  it('draws all sixteen of a saved picture again, each to be picked', async () => {
    const { ann, channel } = story;
    const people = await find(ann, await story.pull());
    const { filename, bytes } = people.attachments[0]!;
    const picture = ann.upload(filename, bytes);
    const redrawn = await ann.slash(channel, 'redraw', { picture }).message(hasPicture);
    expect(menuOf(redrawn).options).toHaveLength(16);
    const picked = await pick(ann, redrawn, 16);
    expect((await ann.press(picked, 'Keep').message()).content).toContain('Kept as No. 1');
    ann.press(redrawn, 'Delete');
    await story.stage.discord.until('its end', () => redrawn.deleted || undefined);
  });

  it('shows others of each step, to anybody who can read it', async () => {
    const { ann, bob } = story;
    const people = await find(ann, await story.pull());
    const others = await bob.press(people, 'Others').message(hasPicture);
    const faces = await facesOn(people);
    expect((await facesOn(others)).filter((id) => faces.includes(id))).toEqual([]);
    const colors = await ann.press(await pick(ann, people, 4), 'Other colours').message(hasPicture);
    const recolored = await ann.press(colors, 'Others').message(hasPicture);
    expect((await facesOn(recolored))[0]).toBe(faces[3]);
  });

  it('goes back a step for whoever asked, and for nobody else', async () => {
    const { ann, bob, channel, stage } = story;
    const people = await find(ann, await story.pull());
    const picked = await pick(ann, people, 1);
    const refusal = await bob.press(picked, 'Back').followUp();
    expect(refusal.onlyFor).toBe(bob.user);
    expect(story.messagesOfBot(channel)).toContain(picked);
    ann.press(picked, 'Back');
    await stage.discord.until('the step before', () =>
      story.messagesOfBot(channel).includes(picked) ? undefined : true,
    );
    expect(story.messagesOfBot(channel)).toContain(people);
  });

  it('stays private where the pull was', async () => {
    const { ann, bob } = story;
    const secret = await story.pull(ann, { private: true });
    const people = await find(ann, secret);
    expect(people.onlyFor).toBe(ann.user);
    expect((await pick(ann, people, 2)).onlyFor).toBe(ann.user);
    const postId = menuOf(people).custom_id.split('.')[2]!;
    const open = await story.pull(bob);
    for (const id of [`m1.find.${postId}`, `m1.find-colors.${postId}.1`, 'm1.find.nothing']) {
      const refusal = await bob.pressId(open, id).message();
      expect([refusal.onlyFor, refusal.attachments]).toEqual([bob.user, []]);
    }
    for (const forged of ['17', 'x', '']) {
      const refusal = await ann.select(people, menuOf(people).custom_id, [forged]).message();
      expect(refusal.attachments).toEqual([]);
    }
  });

  it('counts sixteen pictures toward the limits, and says so as usual', async () => {
    await story.begin({ personPicturesPerMinute: 17 });
    const { ann } = story;
    const people = await find(ann, await story.pull());
    const refusal = await ann.press(people, 'Others').followUp();
    expect(textOf(refusal)).toContain('That was quick!');
    // Picking draws nothing new.
    expect(textOf(await pick(ann, people, 5))).toContain('Is this the one?');
  });
});
