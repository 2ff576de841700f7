import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import type { CommandList } from '../../support/telegram-standin/bot-settings.js';
import type { WireMessage } from '../../support/telegram-standin/chat-world.js';
import { openGroup, type Person } from '../../support/telegram-standin/person.js';
import {
  evenPicture,
  hugePicture,
  movingPicture,
  passedOn,
} from '../../support/imaging/sent-pictures.js';
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
  expect(stage.standin.queries.unansweredQueries).toBe(0);
  expect(await stage.close()).toEqual([]);
});

async function keepSome(who: Person, count: number): Promise<WireMessage> {
  const post = await stage.pull(who, `/gacha x${count} silver hair, red eyes`);
  for (let place = 1; place <= count; place += 1) {
    await who.presses(post, count === 1 ? 'Keep' : `❤ ${place}`);
  }
  return post;
}

/** The visible content of a photo, whatever its metadata says. */
function pixels(message: WireMessage): Promise<Buffer> {
  const bytes = stage.standin.world.files.get(message.photo?.at(-1)?.file_id ?? '');
  return sharp(bytes).raw().toBuffer();
}

describe('favourites', () => {
  it('are paged through in one message, and shown large', async () => {
    const ann = stage.person();
    await keepSome(ann, 10);
    await keepSome(ann, 2);
    const asked = ann.says('/favorites');
    const page = await stage.answer(ann.privateChat, isPhoto, asked);
    expect(page.caption).toContain('12 faces kept');
    expect(labels(page)).toContain('12');
    await ann.presses(page, 'Next');
    await stage.standin.waitFor(() =>
      stage.standin
        .botMessages(ann.user.id)
        .find(
          ({ message_id: id, caption }) => id === page.message_id && caption?.includes('Page 2'),
        ),
    );
    await ann.presses(page, '2');
    const shown = await stage.answer(ann.privateChat, says('No. 2'), page);
    expect(labels(shown)).toContain('🕊 Let go');
  });

  it('go by name, tag and number', async () => {
    const ann = stage.person();
    const post = await keepSome(ann, 2);
    ann.says('/name 1 Aiko Rin');
    await stage.answer(ann.privateChat, says('called “Aiko Rin”'), post);
    ann.says('/tag Aiko');
    const none = await stage.answer(ann.privateChat, says('no face by that name'), post);
    ann.says('/tag "Aiko Rin" #quiet, 図書館');
    const tagged = await stage.answer(ann.privateChat, says('Tags of No. 1'), none);
    ann.says('/favorites #quiet');
    const page = await stage.answer(ann.privateChat, isPhoto, tagged);
    expect(page.caption).toContain('One face kept');
    ann.says('/show aiko rin');
    const shown = await stage.answer(ann.privateChat, says('“Aiko Rin”'), page);
    ann.says('/morph aiko rin green eyes 60%');
    const strip = await stage.answer(ann.privateChat, says('strength 60 %'), shown);
    expect(labels(strip)).toContain('❤ 7');
  });

  it('are let go, and taken back', async () => {
    const ann = stage.person();
    const post = await keepSome(ann, 1);
    const named = ann.says('/name 1 Aiko');
    await stage.answer(ann.privateChat, says('called'), named);
    ann.says('/drop 1');
    const gone = await stage.answer(ann.privateChat, says('Let go: No. 1'), post);
    expect(await stage.kept(ann)).toEqual([]);
    expect((await ann.presses(gone, 'Take it back')).text).toBe('Kept as No. 1.');
    const shown = ann.says('/show Aiko');
    await stage.answer(ann.privateChat, isPhoto, shown);
  });

  it('get a name step by step', async () => {
    const ann = stage.person();
    const post = await keepSome(ann, 1);
    ann.says('/show 1');
    const shown = await stage.answer(ann.privateChat, says('No. 1'), post);
    await ann.presses(shown, 'Name');
    const prompt = await stage.answer(ann.privateChat, says('What shall No. 1 be called'), shown);
    ann.says('愛子');
    await stage.answer(ann.privateChat, says('“愛子”'), prompt);
  });

  it('are sent again by file id, not by their bytes', async () => {
    const ann = stage.person();
    const post = await keepSome(ann, 1);
    await stage.restart();
    const asked = ann.says('/show 1');
    await stage.answer(ann.privateChat, isPhoto, asked);
    const uploads = stage.standin.callsOf('sendPhoto').map((call) => call.uploads);
    expect(uploads).toEqual([true, false]);
    expect(post.photo).toBeDefined();
  });
});

describe('a picture', () => {
  it('is looked at for a face: a photo, and one that /adopt answers', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    const bytes = stage.standin.world.files.get(post.photo?.at(-1)?.file_id ?? '');
    const sent = ann.sendsFile(await passedOn(bytes ?? new Uint8Array()), '', 'photo');
    const adopted = await stage.answer(ann.privateChat, isPhoto, sent);
    expect(adopted.caption).toMatch(/I see: .+\n1 is the nearest face I can draw/);
    expect(labels(adopted)).toEqual(expect.arrayContaining(['❤ 1', '❤ 2', '❤ 3', '❤ 4']));
    const asked = ann.says('/adopt', { replyTo: sent });
    const again = await stage.answer(ann.privateChat, isPhoto, asked);
    expect(again.caption).toBe(adopted.caption);
    const redrawing = ann.says('/redraw', { replyTo: sent });
    await stage.answer(ann.privateChat, says('lost its recipe'), redrawing);
    const alone = ann.says('/adopt');
    await stage.answer(ann.privateChat, says('answer one with /adopt'), alone);
  });

  it('without a face, that moves or is too large gets a sentence', async () => {
    const ann = stage.person();
    const faceless = ann.sendsFile(await evenPicture(), '', 'photo');
    await stage.answer(ann.privateChat, says('no drawn face'), faceless);
    const moving = ann.sendsFile(await movingPicture(), '/adopt');
    await stage.answer(ann.privateChat, says('moves'), moving);
    const huge = ann.sendsFile(hugePicture(60_000, 60_000), '');
    await stage.answer(ann.privateChat, says('40 million pixels'), huge);
  });
});

describe('a share code', () => {
  it('opens its face from a deep link, for anybody', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    await ann.presses(post, 'Share');
    const shared = await stage.answer(ann.privateChat, says('t.me/mugen_test_bot?start='), post);
    const payload = /start=([\w-]+)/.exec(shared.text ?? '')?.[1] ?? '';
    const bob = stage.person('en', 'Bob');
    const said = bob.says(`/start ${payload}`);
    const again = await stage.answer(bob.privateChat, isPhoto, said);
    const [before, after] = await Promise.all([post, again].map((message) => pixels(message)));
    expect(after?.equals(before ?? Buffer.of())).toBe(true);
  });

  it('is read from a picture sent as a file', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    const bytes = stage.standin.world.files.get(post.photo?.at(-1)?.file_id ?? '');
    const sent = ann.sendsFile(bytes ?? new Uint8Array(), '');
    await stage.answer(ann.privateChat, says('Drawn again'), sent);
    const photo = ann.sendsFile(Buffer.from('no picture'), '/redraw', 'photo');
    await stage.answer(ann.privateChat, says('cannot be opened'), photo);
  });

  it('is read for every face of a grid sent as a file', async () => {
    const ann = stage.person();
    const grid = await stage.pull(ann, 'silver hair x3');
    const bytes = stage.standin.world.files.get(grid.photo?.at(-1)?.file_id ?? '');
    const sent = ann.sendsFile(bytes ?? new Uint8Array(), '');
    const again = await stage.answer(ann.privateChat, says('Drawn again'), sent);
    expect(labels(again)).toEqual(expect.arrayContaining(['❤ 1', '❤ 2', '❤ 3']));
    await ann.presses(again, '❤ 1');
    const shown = await stage.answer(ann.privateChat, isPhoto, ann.says('/show 1'));
    const [whole, one] = await Promise.all([again, shown].map((message) => pixels(message)));
    expect(one?.length).toBeLessThan(whole?.length ?? 0);
  });
});

/** Resolves to the post once the game knows it. */
async function isPrivate(post: WireMessage): Promise<boolean> {
  const [channelId, messageId] = [String(post.chat.id), String(post.message_id)];
  const find = () => stage.game.posts.find({ platform: 'telegram', channelId, messageId });
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return (await find())?.isPrivate ?? false;
}

describe('a face in a private chat', () => {
  it('is nobody else’s, unlike one in a group', async () => {
    const group = openGroup(stage.standin);
    const [ann, bob] = [stage.person(), stage.person('en', 'Bob')];
    const own = await stage.pull(ann, 'silver hair');
    const shown = await stage.answer(group, isPhoto, ann.says('/gacha blonde', { in: group }));
    expect([await isPrivate(own), await isPrivate(shown)]).toEqual([true, false]);
    const keepOf = (post: WireMessage): string =>
      post.reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
    expect((await bob.tapsData(shown, keepOf(own))).show_alert).toBe(true);
    expect((await bob.tapsData(shown, keepOf(shown))).text).toBe('Kept as No. 1.');
    expect((await ann.presses(own, 'Keep')).text).toBe('Kept as No. 1.');
  });

  it('can be kept, changed and shared even when it was swept away meanwhile', async () => {
    const ann = stage.person();
    const post = await stage.pull(ann, 'silver hair');
    await isPrivate(post);
    await stage.forgetPortraits();
    await ann.presses(post, 'Share');
    await stage.answer(ann.privateChat, says('t.me/mugen_test_bot?start='), post);
    expect((await ann.presses(post, 'Keep')).text).toBe('Kept as No. 1.');
  });
});

describe('one’s own data', () => {
  it('is exported to the private chat, also when asked for in a group', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    await keepSome(ann, 2);
    const asked = ann.says('/export', { in: group });
    await stage.answer(group, says('in private'), asked);
    const file = await stage.answer(ann.privateChat, ({ document }) => document !== undefined);
    const bytes = stage.standin.world.files.get(file.document?.file_id ?? '');
    expect(Buffer.from(bytes ?? []).toString('latin1', 0, 2)).toBe('PK');
  });

  it('is offered a chat where there is none yet', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    await keepSome(ann, 1);
    ann.privateChat.hasBlockedBot = true;
    const asked = ann.says('/export', { in: group });
    const offer = await stage.answer(group, says('Open our chat'), asked);
    expect(offer.reply_markup?.inline_keyboard?.[0]?.[0]).toMatchObject({
      url: 'https://t.me/mugen_test_bot?start=export',
    });
    ann.privateChat.hasBlockedBot = false;
    const opened = ann.says('/start export');
    await stage.answer(ann.privateChat, ({ document }) => document !== undefined, opened);
  });

  it('is erased after a confirmation by the same person only', async () => {
    const group = openGroup(stage.standin);
    const ann = stage.person();
    const bob = stage.person('en', 'Bob');
    await keepSome(ann, 3);
    const asked = ann.says('/forget_me', { in: group });
    const prompt = await stage.answer(group, says('3 faces'), asked);
    expect((await bob.presses(prompt, 'Erase')).show_alert).toBe(true);
    expect(await stage.kept(ann)).toEqual([1, 2, 3]);
    expect((await ann.presses(prompt, 'Erase')).text).toContain('All erased');
    expect(await stage.kept(ann)).toEqual([]);
    const again = await ann.tapsData(prompt, `z.${ann.user.id.toString(36)}.AAAAAAAAAAAA`);
    expect(again.show_alert).toBe(true);
  });
});

describe('languages', () => {
  it('names every command in each menu', async () => {
    const { settings } = stage.standin;
    await stage.standin.waitFor(() => settings.commandLists.length === 3);
    const { commandLists } = settings;
    expect(commandLists.map(({ languageCode }) => languageCode)).toEqual(['', 'ja', 'zh']);
    const written = [/^[\x20-\x7e]+$/, /[ぁ-んァ-ン]/, /[一-龥]/];
    for (const [at, { commands }] of commandLists.entries()) {
      for (const { description } of commands) expect(description).toMatch(written[at] ?? /^$/);
      expect(commands.map(({ command }) => command)).toEqual(
        expect.arrayContaining(
          [
            'gacha',
            'morph',
            'blend',
            'favorites',
            'show',
            'name',
            'drop',
            'redraw',
            'family',
          ].concat(['privacy', 'export', 'forget_me', 'help', 'start']),
        ),
      );
    }
  });

  it.each([
    ['ja', 'ことばで教えて'],
    ['zh-hans', '告诉我'],
    ['zh-hant', '告訴我'],
    ['en-GB', 'Tell me what'],
    ['pt-br', 'Tell me what'],
    [undefined, 'Tell me what'],
  ])('greets a reader of %s', async (code, words) => {
    const ann = stage.person(code);
    const said = ann.says('/start');
    await stage.answer(ann.privateChat, says(words), said);
  });

  it.each(['zh-hant', 'zh-TW', 'zh-hk'])(
    'gives a reader of %s their menu by any word',
    async (code) => {
      const ann = stage.person(code);
      const said = ann.says('/help');
      const help = await stage.answer(ann.privateChat, says('/gacha'), said);
      const own = (): CommandList[] =>
        stage.standin.settings.commandLists.filter(({ scope }) => scope === 'chat');
      await stage.standin.waitFor(() => own().length > 0);
      expect(own()[0]?.commands[0]?.description).toContain('張');
      // Once is enough.
      ann.says('銀髮');
      await stage.answer(ann.privateChat, isPhoto, help);
      await stage.standin.waitFor(() => stage.standin.settings.commandLists.length === 4);
      expect(stage.standin.callsOf('setMyCommands')).toHaveLength(4);
    },
  );

  it('gives them their menu in a group too, by a tap, and nobody else there', async () => {
    const group = openGroup(stage.standin);
    const [ann, bob] = [stage.person('en'), stage.person('zh-hant', 'Bob')];
    const post = await stage.answer(group, isPhoto, ann.says('/gacha silver', { in: group }));
    await bob.presses(post, 'Keep');
    const { standin } = stage;
    await standin.waitFor(() => standin.settings.commandLists.length === 4);
    const scopes = standin.callsOf('setMyCommands').map(({ parameters }) => parameters['scope']);
    expect(scopes.filter((scope) => scope !== undefined)).toEqual([
      {
        type: 'chat_member',
        chat_id: group.chat.id,
        user_id: bob.user.id,
      },
    ]);
  });
});
