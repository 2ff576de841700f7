import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import type { StandinMessage } from '../../support/discord-standin/world.js';
import { passedOn } from '../../support/imaging/sent-pictures.js';
import { hasPicture, tellStories } from './story.js';

describe('the menu of a message', () => {
  const story = tellStories();

  /** A pull that waits in a long line, as its message says. */
  const waitingPull = async (options = {}): Promise<StandinMessage> => {
    story.generator.hold();
    story.generator.position = 7;
    const exchange = story.ann.slash(story.channel, 'gacha', {
      description: 'blonde blue-eyes',
      ...options,
    });
    return exchange.message((message) => textOf(message).includes('in the line before you'));
  };

  it('keeps what is still being drawn as soon as it is there', async () => {
    const line = await waitingPull();
    const answer = await story.bob.contextMenu(line, 'Keep').message();
    expect(textOf(answer)).toContain('まだ描いているところです');
    expect(answer.onlyFor).toBe(story.bob.user);
    story.generator.release();
    await story.keeps(story.bob, [1]);
    await story.shows(answer, '1 番としてお気に入り');
    expect(hasPicture(line)).toBe(true);
  });

  it('then asks which of several', async () => {
    const { ann } = story;
    const line = await waitingPull({ count: 3 });
    const answer = await ann.contextMenu(line, 'Keep').message();
    story.generator.release();
    await story.shows(answer, 'Which ones?');
    await ann.press(answer, 'Keep 3').message();
    await story.keeps(ann, [1]);
  });

  it('then opens what it could not open at once, by a button', async () => {
    const { ann } = story;
    await ann.press(await story.pull(), 'Keep').message();
    const line = await waitingPull({ count: 2 });
    const [morph, blend] = [
      await ann.contextMenu(line, 'Morph this…').message(),
      await ann.contextMenu(line, 'Blend with my…').message(),
    ];
    story.generator.release();
    await story.shows(morph, 'It’s there now');
    expect(buttonsOf(morph).map(({ label }) => label)).toEqual(['Change 1', 'Change 2']);
    const changed = await ann.submit(ann.press(morph, 'Change 2'), { eye_color: 'red' });
    expect(textOf(await changed.message(hasPicture))).toContain('From before to after');
    await story.shows(blend, 'Blend with… 1');
    const blended = await ann.submit(ann.press(blend, 'Blend with… 1'), { partner: ['1'] });
    expect(textOf(await blended.message(hasPicture))).toMatch(/^\*\*.+ \+ .+\*\*$/m);
  });

  it('says what it does not know on messages that show no faces', async () => {
    const { ann, bob, channel } = story;
    const chat = bob.write(channel, 'good morning');
    for (const entry of ['Keep', 'Morph this…', 'Blend with my…']) {
      const answer = await ann.contextMenu(chat, entry).message();
      expect(textOf(answer)).toContain('no longer know which faces');
      expect(answer.onlyFor).toBe(ann.user);
    }
  });

  it('adopts the face in a picture of anybody’s message', async () => {
    const { ann, bob, channel } = story;
    const [drawn] = (await story.pull()).attachments;
    const bytes = await passedOn(drawn!.bytes);
    const message = bob.send(channel, 'look', { filename: 'look.jpg', bytes });
    const adopted = await ann.contextMenu(message, 'Adopt this face…').message(hasPicture);
    expect(textOf(adopted)).toContain('1 is the nearest face I can draw');
    const chat = bob.write(channel, 'good morning');
    const refusal = await ann.contextMenu(chat, 'Adopt this face…').message();
    expect(textOf(refusal)).toContain('no picture in that message');
  });

  it('keeps a single face at once, also after a restart', async () => {
    const post = await story.pull();
    await story.stage.restart();
    const answer = await story.bob.contextMenu(post, 'Keep').message();
    expect(answer.onlyFor).toBe(story.bob.user);
    await story.keeps(story.bob, [1]);
  });
});
