import { PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerWithToken } from '../../../src/bots/discord/register-with-token.js';
import type { PortraitGenerator } from '../../../src/inference/portrait-generator.js';
import { createMessages } from '../../../src/messages/messages.js';
import type { GameSettings } from '../../../src/services/game-settings.js';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import type { Person } from '../../support/discord-standin/person.js';
import { messageFlags, type StandinChannel } from '../../support/discord-standin/world.js';
import { openGenerator, openStage, type Stage } from './stage.js';

const patience = { timeout: 30_000, interval: 20 };

describe('the manners of the bot', () => {
  let generator: PortraitGenerator;
  let stage: Stage;
  let channel: StandinChannel;
  let ann: Person;
  let bob: Person;

  beforeAll(async () => {
    generator = await openGenerator();
  });
  afterAll(() => generator.close());

  const open = async (settings: Partial<GameSettings> = {}) => {
    stage = await openStage({ generator, settings });
    channel = stage.discord.channel('gacha');
    ann = stage.discord.person('Ann');
    bob = stage.discord.person('Bob', { locale: 'ja' });
  };
  afterEach(async () => {
    await stage.close();
    expect(stage.discord.problems).toEqual([]);
  });

  const botMessages = (where: StandinChannel) =>
    stage.discord.world.messagesIn(where).filter((m) => m.author === stage.discord.world.bot);
  const answerIn = (where: StandinChannel, shows: RegExp | 'picture') =>
    stage.discord.until(`an answer with ${shows}`, () =>
      botMessages(where).find((m) =>
        shows === 'picture' ? m.attachments.length === 1 : shows.test(textOf(m)),
      ),
    );

  it('registers its commands once, and not again while they stay the same', async () => {
    await open();
    await stage.restart();
    const puts = stage.discord.http.seen.filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/commands'),
    );
    expect(puts).toHaveLength(1);
  });

  it('registers them by a command too, on one server where that is wanted', async () => {
    await open();
    const { token, apiUrl, world, http } = stage.discord;
    const { groups } = stage.game.model;
    const common = { messages: createMessages(), groups, log: pino({ level: 'silent' }) };
    const testServerId = channel.guild!.id;
    await registerWithToken({ settings: { token, apiUrl, testServerId }, ...common });
    expect(world.commands.get(testServerId)).toHaveLength(world.commands.get('')!.length);
    const before = http.seen.length;
    await registerWithToken({ settings: { token, apiUrl, testServerId }, ...common });
    expect(http.seen.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('asks for no privileged intent', async () => {
    await open();
    const privileged = (1 << 1) | (1 << 8) | (1 << 15);
    expect(stage.discord.gateway.intents & privileged).toBe(0);
  });

  it('takes free text by mention and directly, and minds its own business otherwise', async () => {
    await open();
    ann.write(channel, 'blonde blue-eyes are nice');
    const question = ann.write(channel, '@bot blonde blue-eyes');
    expect((await answerIn(channel, 'picture')).repliesTo).toBe(question);
    bob.write(bob.directChannel, '金髪');
    const direct = await answerIn(bob.directChannel, 'picture');
    expect(textOf(direct)).toContain('もう一回');
    await stage.restart();
    bob.react(direct, '❤️');
    await vi.waitFor(async () => expect(await stage.kept(bob)).toEqual([1]), patience);
    expect(botMessages(channel)).toHaveLength(1);
  });

  it('explains itself when only mentioned', async () => {
    await open();
    ann.write(channel, '@bot');
    await answerIn(channel, /What you can say/);
  });

  it('speaks the language of whoever asks, or the one they chose', async () => {
    await open();
    const first = await bob
      .slash(channel, 'gacha', { description: '金髪', private: true })
      .message();
    expect(textOf(first)).toContain('お気に入り');
    await bob.slash(channel, 'language', { language: 'zh-TW' }).message();
    const second = await bob
      .slash(channel, 'gacha', { description: '金髪', private: true })
      .message();
    expect(textOf(second)).toContain('再來一次');
  });

  it('tells only the person what was not understood, and takes its “thinking” away', async () => {
    await open();
    const exchange = ann.slash(channel, 'gacha', { description: 'qwxyz vbnmk' });
    const refusal = await exchange.followUp();
    expect(refusal.onlyFor).toBe(ann.user);
    expect(textOf(refusal)).toContain('nothing in there that I can draw');
    expect(botMessages(channel).filter((m) => m.onlyFor === undefined)).toEqual([]);
  });

  it('shows a private pull to nobody else', async () => {
    await open();
    const post = await ann
      .slash(channel, 'gacha', { description: 'blonde', private: true })
      .message();
    expect(post.flags & messageFlags.ephemeral).not.toBe(0);
    expect(post.onlyFor).toBe(ann.user);
  });

  it('says when to try again', async () => {
    await open({ personPicturesPerMinute: 1 });
    await ann.slash(channel, 'gacha', { description: 'blonde' }).message();
    const refusal = await ann.slash(channel, 'gacha', { description: 'blonde' }).followUp();
    expect(textOf(refusal)).toMatch(/try again in \d+ s/);
  });

  it('lets managers set language, channels and endless mode, and nobody else', async () => {
    await open();
    const refusal = await ann.slash(channel, 'settings endless', { allowed: false }).message();
    expect(textOf(refusal)).toContain('Only those who manage this server');
    const other = stage.discord.channel('elsewhere', { guild: channel.guild! });
    ann.permissions |= PermissionFlagsBits.ManageGuild;
    await ann.slash(channel, 'settings language', { language: 'ja' }).message();
    await ann.slash(channel, 'settings endless', { allowed: false }).message();
    const shown = await ann
      .slash(channel, 'settings allow-channel', { channel: other.id })
      .message();
    expect(textOf(shown)).toContain(`<#${other.id}>`);
    expect(textOf(shown)).toContain('無限ガチャ：オフ');
    const elsewhere = await ann.slash(channel, 'gacha', { description: 'blonde' }).followUp();
    expect(textOf(elsewhere)).toContain(`<#${other.id}>`);
    const endless = await ann.slash(other, 'endless', { description: 'blonde' }).followUp();
    expect(textOf(endless)).not.toBe('');
  });

  it('answers in the threads of an allowed channel, and not in those of others', async () => {
    await open();
    const other = stage.discord.channel('elsewhere', { guild: channel.guild! });
    ann.permissions |= PermissionFlagsBits.ManageGuild;
    await ann.slash(channel, 'settings allow-channel', { channel: channel.id }).message();
    const thread = stage.discord.thread(channel);
    const post = await bob.slash(thread, 'gacha', { description: 'blonde' }).message();
    expect(post.attachments).toHaveLength(1);
    const quiet = stage.discord.thread(channel, { isKnown: false });
    ann.write(quiet, '@bot blonde');
    await answerIn(quiet, 'picture');
    const elsewhere = stage.discord.thread(other);
    const refusal = await ann.slash(elsewhere, 'gacha', { description: 'blonde' }).followUp();
    expect(textOf(refusal)).toContain(`<#${channel.id}>`);
  });

  it('pulls endlessly up to the limit, a post each', async () => {
    await open({ endlessLimit: 3 });
    const exchange = ann.slash(channel, 'endless', { description: 'blonde' });
    await answerIn(channel, /3 pulls in a row/);
    expect(exchange.interaction.followUps.filter((m) => m.attachments.length === 1)).toHaveLength(
      3,
    );
  });

  it('stops an endless run for its owner only', async () => {
    await open({ endlessLimit: 1000, endlessIntervalMs: 20 });
    const exchange = ann.slash(channel, 'endless', { description: 'blonde' });
    const post = await answerIn(channel, 'picture');
    const refusal = await bob.press(post, 'Stop').message();
    expect(refusal.onlyFor).toBe(bob.user);
    expect(textOf(refusal)).not.toContain('Stopping');
    const stop = await ann.press(post, 'Stop').message();
    expect(textOf(stop)).toContain('Stopping');
    await stage.discord.until('its end', () =>
      exchange.interaction.followUps.find((m) => /Stopped after/.test(textOf(m))),
    );
    await stage.restart();
    const late = await ann.press(post, 'Stop').message();
    expect(textOf(late)).toContain('over already');
  });

  it('works from somebody’s own account on a server that does not have it', async () => {
    await open();
    const foreign = stage.discord.channel('foreign', { hasBot: false });
    const post = await ann.slash(foreign, 'gacha', { description: 'blonde' }).message();
    const kept = await ann.press(post, 'Keep').message();
    expect(textOf(kept)).toContain('Kept as No. 1');
  });

  it('ends an endless run kindly where Discord takes only a few messages', async () => {
    await open({ endlessLimit: 100 });
    const foreign = stage.discord.channel('foreign', { hasBot: false });
    const exchange = ann.slash(foreign, 'endless', { description: 'blonde' });
    const { followUps } = exchange.interaction;
    const last = await stage.discord.until('its end', () =>
      followUps.find((m) => /That was 4 pulls/.test(textOf(m))),
    );
    expect(followUps.indexOf(last)).toBe(4);
    expect(botMessages(ann.directChannel)).toEqual([]);
    const next = ann.slash(foreign, 'endless', { description: 'blonde' });
    await stage.discord.until('another run', () => next.interaction.followUps[0]);
  });

  it.each([
    ['markdown and mentions', '**blonde** @everyone <@1> [x](https://evil.example) ||s||'],
    ['control and direction marks', 'blonde\u0000\u001B[31m\u202Eevil\u2066\r\n# big'],
    ['SQL', "blonde'; DROP TABLE person; --"],
    ['a wall of text', `blonde ${'喵'.repeat(5900)}`],
    ['emoji and surrogates', `blonde ${'👩‍👩‍👧‍👦'.repeat(100)}\uD83D`],
    ['placeholders', 'blonde {{t}} $t(errors:unexpected) %s ${x}'],
  ])('takes %s as what it is: words', async (_what, description) => {
    await open();
    const exchange = ann.slash(channel, 'gacha', { description });
    const shown = await stage.discord.until('an answer', () => {
      const { original, followUps } = exchange.interaction;
      const post =
        original !== undefined && original.attachments.length === 1 ? original : undefined;
      return post ?? followUps[0];
    });
    expect(textOf(shown)).not.toMatch(
      /(?<!\\)@everyone|<@1>|(?<!\\)\*\*blonde\*\*|\u202E|[^\P{Cc}\n]/u,
    );
    expect(stage.log.filter((line) => line.level >= 50)).toEqual([]);
  });

  it('refuses forged buttons with a sentence', async () => {
    await open();
    const post = await ann.slash(channel, 'gacha', { description: 'blonde' }).message();
    const keep = buttonsOf(post)[0]!.customId;
    const forged = [
      'x',
      'm9.keep',
      'm1.keep',
      'm1.keep.nobody.1',
      `${keep}9`,
      'm1.code.x',
      'm1.stop.x',
      `m1.keep.${'a'.repeat(90)}`,
      'm1.again.__proto__',
      'm1.name-modal.1',
      "m1.keep.' OR 1=1.1",
    ];
    for (const id of forged) {
      const exchange = bob.pressId(post, id);
      const answer = await stage.discord.until(`an answer to ${id}`, () => {
        const { original, followUps } = exchange.interaction;
        return [original, ...followUps].find(
          (m) => m !== undefined && m !== post && textOf(m).trim() !== '',
        );
      });
      expect(answer.onlyFor).toBe(bob.user);
    }
    expect(await stage.kept(bob)).toEqual([]);
    expect(stage.log.filter((line) => line.level >= 50)).toEqual([]);
    await vi.waitFor(async () => expect(await stage.kept(ann)).toEqual([]), patience);
  });
});
