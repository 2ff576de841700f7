import { describe, expect, it } from 'vitest';
import { textOf, type Exchange } from '../../support/discord-standin/exchange.js';
import { asList, asObject } from '../../support/discord-standin/request-body.js';
import { keepButtons, tellStories } from './story.js';

/** The questions of the modal that an exchange opens, by their ids. */
async function questionsOf(opened: Exchange): Promise<Map<string, Record<string, unknown>>> {
  const modal = await opened.modal();
  const questions = asList(modal['components']).map((label) => asObject(label['component']));
  return new Map(questions.map((question) => [String(question['custom_id']), question]));
}

const valuesOf = (question: Record<string, unknown> | undefined) =>
  asList(question?.['options']).map(({ value }) => String(value));

describe('modals', () => {
  const story = tellStories();

  it('pick attributes for a pull without a word being typed', async () => {
    const { ann, channel } = story;
    const opened = ann.slash(channel, 'pick');
    const types = [...(await questionsOf(opened)).values()].map(({ type }) => type);
    const [select, radio, checkboxes, text] = [3, 21, 22, 4];
    expect(types).toEqual([select, radio, checkboxes, checkboxes, text]);
    const submitted = await ann.submit(opened, {
      hair_color: ['pink'],
      eye_color: 'green',
      shape: ['hair_length:long'],
      details: ['expression:smile', 'neck:choker'],
    });
    const post = await submitted.message(({ attachments }) => attachments.length === 1);
    expect(post.attachments[0]?.description).toMatch(/pink.*green/);
    expect(textOf(post)).toMatch(/long/);
  });

  it('open whatever the database does, and ask it only once they are sent', async () => {
    const { ann, channel, stage } = story;
    const [single, grid] = [await story.pull(), await story.pull(ann, { count: 3 })];
    const kept = await ann.press(single, 'Keep').message();
    stage.database.hold();
    const opened = {
      change: ann.press(single, 'Change'),
      changeOne: ann.press(grid, 'Change'),
      vary: ann.press(grid, 'Vary'),
      blend: ann.press(grid, 'Blend with…'),
      name: ann.press(kept, 'Name'),
      tag: ann.press(kept, 'Tag'),
      pick: ann.slash(channel, 'pick'),
      morphMenu: ann.contextMenu(single, 'Morph this…'),
      blendMenu: ann.contextMenu(single, 'Blend with my…'),
      keepMenu: ann.contextMenu(grid, 'Keep'),
    };
    const modals = await Promise.all(Object.values(opened).map((exchange) => exchange.modal()));
    expect(modals).toHaveLength(10);
    expect(await questionsOf(opened.blend)).not.toHaveProperty('partner');
    const submitted = await Promise.all([
      ann.submit(opened.changeOne, { place: '2', eye_color: 'red' }),
      ann.submit(opened.blend, { place: '3', 'partner-text': '1' }),
      ann.submit(opened.keepMenu, { places: ['2', '3'] }),
    ]);
    expect(await Promise.all(submitted.map((exchange) => exchange.answered()))).toEqual([5, 5, 5]);
    stage.database.release();
    const [changed, blended] = await Promise.all(
      submitted.map((exchange) =>
        exchange.message((message) => /From before to after| \+ |Kept/.test(textOf(message))),
      ),
    );
    expect(textOf(changed!)).toContain('From before to after');
    expect(textOf(blended!)).toMatch(/ \+ [^%]*$/);
    await story.keeps(ann, [1, 2, 3]);
  });

  it('take no name away that nobody has seen, where the database was slow', async () => {
    const { ann, channel, stage } = story;
    const kept = await ann.press(await story.pull(), 'Keep').message();
    await ann.slash(channel, 'name', { favourite: '1', name: 'Aya' }).message();
    const seen = (await questionsOf(ann.press(kept, 'Name'))).get('text');
    expect(seen).toMatchObject({ value: 'Aya', required: false });
    stage.database.hold();
    const unseen = (await questionsOf(ann.press(kept, 'Name'))).get('text');
    expect(unseen).toMatchObject({ required: true });
    expect(unseen).not.toHaveProperty('value');
    stage.database.release();
  });

  it('hold the name and tags of the very favourite, however many others match', async () => {
    const { ann, stage } = story;
    const kept = await ann.press(await story.pull(), 'Keep').message();
    const person = await stage.game.people.meet({ platform: 'discord', platformId: ann.id });
    const { favorites, gacha } = stage.game;
    for (let pull = 0; pull < 6; pull += 1) {
      const { portraits } = await gacha.pull({ person, prompt: {}, count: 10 });
      for (const [at, { id }] of portraits.entries()) {
        const result = await favorites.keep(person, { portraitId: id });
        if (result.outcome === 'no-post') throw new Error('expected to keep what was pulled');
        await favorites.name(person, result.favorite.number, `Take 1 of ${pull * 10 + at}`);
      }
    }
    await favorites.name(person, 1, 'Aya');
    await favorites.tag(person, 1, ['cute', 'red']);
    const name = (await questionsOf(ann.press(kept, 'Name'))).get('text');
    expect(name).toMatchObject({ value: 'Aya', required: false });
    const tags = (await questionsOf(ann.press(kept, 'Tag'))).get('text');
    expect(tags).toMatchObject({ value: 'cute red', required: false });
  });

  it('speak the language that somebody chose', async () => {
    const { bob, channel } = story;
    await bob.slash(channel, 'language', { language: 'zh-TW' }).message();
    expect(String((await bob.slash(channel, 'pick').modal())['title'])).toBe('想看什麼樣的臉？');
  });

  it('ask each thing once, and leave a face as it is where luck draws a new one', async () => {
    const { ann, channel } = story;
    const single = await story.pull();
    const grid = await story.pull(ann, { count: 3 });
    const opened = [
      ann.slash(channel, 'pick'),
      ann.press(single, 'Change'),
      ann.press(grid, 'Change'),
    ];
    const unsaid = [];
    for (const each of opened) {
      const modal = await each.modal();
      const labels = asList(modal['components']).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      unsaid.push((await questionsOf(each)).get('hair_color')?.['placeholder']);
    }
    const asItIs = 'Leave it as it is';
    expect(unsaid).toEqual(['Leave it to luck', asItIs, asItIs]);
  });

  it('change hair and all of one face out of several, in five questions', async () => {
    const { ann } = story;
    const grid = await story.pull(ann, {
      description: 'blonde blue-eyes, long hair, sad',
      count: 4,
    });
    const opened = ann.press(grid, 'Change');
    const questions = await questionsOf(opened);
    expect([...questions.keys()]).toEqual(['place', 'hair_color', 'eye_color', 'details', 'words']);
    expect(valuesOf(questions.get('details'))).toEqual(
      expect.arrayContaining(['hair_length:short', 'hair_style:twintails', 'expression:smile']),
    );
    const submitted = await ann.submit(opened, {
      place: '4',
      details: ['hair_length:short', 'expression:smile'],
    });
    const strip = await submitted.message(({ attachments }) => attachments.length === 1);
    expect(strip.attachments[0]?.description).toMatch(/short/);
    expect(keepButtons(strip)).toHaveLength(8);
  });

  it('blend in steps of five percent', async () => {
    const { ann } = story;
    await ann.press(await story.pull(), 'Keep').message();
    const opened = ann.press(await story.pull(), 'Blend with…');
    const ratio = (await questionsOf(opened)).get('ratio');
    expect(valuesOf(ratio)).toHaveLength(19);
    const child = await (await ann.submit(opened, { partner: ['1'], ratio: ['0.35'] })).message();
    expect(textOf(child)).toContain('35 % of the way');
    const usual = ann.press(await story.pull(), 'Blend with…');
    const half = await (await ann.submit(usual, { partner: ['1'] })).message();
    expect(textOf(half)).not.toContain('% of the way');
  });

  it('say at once that there is nothing to blend with', async () => {
    const answer = await story.ann.press(await story.pull(), 'Blend with…').message();
    expect(answer.onlyFor).toBe(story.ann.user);
    expect(textOf(answer)).toContain('You keep no faces yet');
  });
});
