import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup } from '../../support/telegram-standin/person.js';
import { isPhoto, labels, openGenerator, openStage, says, type Stage } from './bot-harness.js';

let generator: PortraitGenerator;
let stage: Stage;
beforeAll(async () => {
  generator = await openGenerator();
});
afterAll(() => generator.close());
beforeEach(async () => {
  stage = await openStage({ generator });
});
afterEach(async () => {
  expect(await stage.close()).toEqual([]);
});

const lines = ({ caption = '' }: WireMessage): string[] => caption.split('\n');

describe('a caption', () => {
  it('takes two lines at most: what was asked, and the rest', async () => {
    const ann = stage.person();
    const [first, second, ...more] = lines(await stage.pull(ann, 'silver hair, red eyes seed:7'));
    expect(first).toBe('silver hair, red eyes');
    expect(second).toMatch(/^(luck added .+ · )?seed 7$/);
    expect(more).toEqual([]);
    const random = lines(await stage.pull(ann, '/gacha'));
    expect(random).toHaveLength(2);
    expect(random[0]?.split(', ').length).toBeLessThanOrEqual(4);
    const noted = await stage.pull(ann, 'silver hair, qwertyuiop');
    expect(lines(noted)[1]).toContain('“qwertyuiop”');
    const strip = await stage.answer(
      ann.privateChat,
      isPhoto,
      ann.says('green hair', { replyTo: noted }),
    );
    expect(lines(strip)).toEqual(['green hair', 'From before to after. Any step can be kept.']);
    await ann.presses(noted, 'Vary');
    const four = await stage.answer(ann.privateChat, says('close neighbours'), strip);
    expect(lines(four)).toEqual(['Four close neighbours of silver hair.']);
  });

  it('says nothing again in a group of what was not understood', async () => {
    const group = openGroup(stage.standin);
    const said = stage.person().says('/gacha silver hair, qwertyuiop', { in: group });
    const post = await stage.answer(group, isPhoto, said);
    expect(post.caption).not.toContain('qwertyuiop');
    expect(lines(post)[1]).toMatch(/^Some of that I don’t know\. · seed \d+$/);
  });
});

describe('talk', () => {
  it.each([
    ['en', 'hi!', 'Hello! Tell me'],
    ['en', 'Thank you so much 🙏', 'With pleasure'],
    ['zh-hans', '你好', '你好！'],
    ['zh-hans', '谢谢！', '不客气'],
    ['ja', 'こんにちは', 'こんにちは！'],
    ['ja', 'ありがとう', 'どういたしまして'],
  ])('is answered as such (%s: %s)', async (language, said, answer) => {
    const ann = stage.person(language);
    await stage.answer(ann.privateChat, says(answer), ann.says(said));
  });

  it('is not taken for one where a wish follows', async () => {
    expect(isPhoto(await stage.pull(stage.person(), 'hi, silver hair'))).toBe(true);
  });
});

describe('help', () => {
  it('names four things first, and everything at a tap', async () => {
    const ann = stage.person();
    const short = await stage.answer(ann.privateChat, says('❤ keeps'), ann.says('/help'));
    expect(short.text?.split('\n').length).toBeLessThanOrEqual(6);
    expect(labels(short)).toEqual(['📖 All commands']);
    await ann.presses(short, 'All commands');
    await stage.answer(ann.privateChat, says('/forget_me'), short);
  });
});

describe('the bot’s profile', () => {
  it('says what it does, in every language', async () => {
    const { settings } = stage.standin;
    await stage.standin.waitFor(() => settings.texts.size === 6);
    expect(settings.texts.get('description/')).toContain('anime');
    expect(settings.texts.get('short_description/ja')).toMatch(/[ぁ-ん]/);
    for (const [key, text] of settings.texts) {
      expect(text.length).toBeLessThanOrEqual(key.startsWith('short') ? 120 : 512);
    }
  });
});

describe('the words that a group’s administrators forbid', () => {
  it('are not drawn there, nor said, and are theirs alone to change', async () => {
    const group = openGroup(stage.standin);
    const [ann, bob] = [stage.person('en', 'Ann'), stage.person('en', 'Bob')];
    group.admins.add(ann.user.id);
    const first = bob.says('/words + zombie', { in: group });
    await stage.answer(group, says('Only those who manage'), first);
    const second = ann.says('/words + zombie, 血', { in: group });
    await stage.answer(group, says('2 words now'), second);
    const third = bob.says('/gacha a Zombie with red hair', { in: group });
    const refusal = await stage.answer(group, says('isn’t welcome here'), third);
    expect(refusal.text).not.toMatch(/zombie/i);
    const fourth = ann.says('/words - zombie', { in: group, as: group.chat });
    await stage.answer(group, says('one word now'), fourth);
    await stage.answer(group, isPhoto, bob.says('/gacha a zombie with red hair', { in: group }));
    await stage.answer(bob.privateChat, says('Only a group'), bob.says('/words'));
  });

  it('are not said of what somebody keeps either', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    group.admins.add(ann.user.id);
    const tell = (text: string, words: string, chat = group) =>
      stage.answer(chat, says(words), ann.says(text, { in: chat }));
    await tell('/words + zombie', 'one word now');
    await ann.presses(await stage.pull(ann, 'silver hair'), 'Keep');
    await tell('/name 1 Zombie Queen', 'is now called', ann.privateChat);
    await tell('/tag 1 zombie, calm', 'Tags of No. 1', ann.privateChat);
    await tell('/name 1 Zombie King', 'isn’t welcome here');
    await tell('/tag 1 zombies', 'isn’t welcome here');
    const asked = [
      ['/favorites', 'One face kept'],
      ['/show 1', '#calm'],
      ['/drop 1', 'Let go: No. 1'],
    ] as const;
    for (const [text, words] of asked) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await tell(text, words);
      expect(`${answer.text} ${answer.caption}`).not.toMatch(/zombie/i);
    }
  });
});
