import { PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { registerWithToken } from '../../../src/bots/discord/registration/register-with-token.js';
import { createMessages } from '../../../src/messages/messages.js';
import { buttonsOf, textOf } from '../../support/discord-standin/exchange.js';
import { messageFlags } from '../../support/discord-standin/world.js';
import { grantedPermissions } from '../../support/discord-standin/discord-standin.js';
import { hasPicture, tellStories } from './story.js';

const patience = { timeout: 30_000, interval: 20 };

describe('the manners of the bot', () => {
  const story = tellStories();

  it('registers its commands once, and not again while they stay the same', async () => {
    await story.stage.restart();
    const puts = story.stage.discord.http.seen.filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/commands'),
    );
    expect(puts).toHaveLength(1);
  });

  it('registers them by a command too, on one server where that is wanted', async () => {
    const { token, apiUrl, world, http } = story.stage.discord;
    const { groups } = story.stage.game.model;
    const common = { messages: createMessages(), groups, log: pino({ level: 'silent' }) };
    const testServerId = story.channel.guild!.id;
    await registerWithToken({ settings: { token, apiUrl, testServerId }, ...common });
    expect(world.commands.get(testServerId)).toHaveLength(world.commands.get('')!.length);
    const before = http.seen.length;
    await registerWithToken({ settings: { token, apiUrl, testServerId }, ...common });
    expect(http.seen.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('takes them off a server that is no test server any more, where each would be listed twice', async () => {
    const { world } = story.stage.discord;
    const serverId = story.channel.guild!.id;
    world.commands.set(serverId, [...world.commands.get('')!]);
    await story.stage.restart();
    await vi.waitFor(() => expect(world.commands.get(serverId)).toEqual([]), patience);
    expect(world.commands.get('')).not.toHaveLength(0);
  });

  it('names commands in its sentences as they are registered, to be clicked', async () => {
    const { bob, channel, stage } = story;
    const lost = await bob.slash(channel, 'show', { favourite: '99' }).followUp();
    const { id } = stage.discord.command('favorites', channel);
    expect(textOf(lost)).toContain(`</お気に入り:${String(id)}>`);
    const privacy = textOf(await bob.slash(channel, 'privacy').message());
    expect(privacy).toMatch(/<\/書き出し:\d+>.*<\/忘れて:\d+>/);
  });

  it('says at its start how it is invited, with what it uses and no more', () => {
    const { log, discord } = story.stage;
    const { invite } = log.find(({ msg }) => msg === 'connected to Discord')!;
    const { origin, pathname, searchParams } = new URL(String(invite));
    expect(origin + pathname).toMatch(/\/oauth2\/authorize$/);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: discord.world.bot.id,
      scope: 'bot applications.commands',
      permissions: String(grantedPermissions),
    });
  });

  it('asks for no privileged intent', async () => {
    const privileged = (1 << 1) | (1 << 8) | (1 << 15);
    expect(story.stage.discord.gateway.intents & privileged).toBe(0);
  });

  it('takes free text by mention and directly, and minds its own business otherwise', async () => {
    story.ann.write(story.channel, 'blonde blue-eyes are nice');
    const question = story.ann.write(story.channel, '@bot blonde blue-eyes');
    expect((await story.answerIn(story.channel, 'picture')).repliesTo).toBe(question);
    story.bob.write(story.bob.directChannel, '金髪');
    const direct = await story.answerIn(story.bob.directChannel, 'picture');
    expect(textOf(direct)).toContain('もう一回');
    await story.stage.restart();
    story.bob.react(direct, '❤️');
    await vi.waitFor(async () => expect(await story.stage.kept(story.bob)).toEqual([1]), patience);
    expect(story.messagesOfBot(story.channel)).toHaveLength(1);
  });

  it('explains itself when only mentioned', async () => {
    story.ann.write(story.channel, '@bot');
    const help = textOf(await story.answerIn(story.channel, /What you can say/));
    for (const { id, name, type } of story.stage.discord.world.commands.get('')!) {
      if (type === 1) expect(help).toContain(`</${String(name)}:${String(id)}>`);
    }
  });

  it('speaks the language of whoever asks, or the one they chose', async () => {
    const first = await story.bob
      .slash(story.channel, 'gacha', { description: '金髪', private: true })
      .message();
    expect(textOf(first)).toContain('お気に入り');
    await story.bob.slash(story.channel, 'language', { language: 'zh-TW' }).message();
    const second = await story.bob
      .slash(story.channel, 'gacha', { description: '金髪', private: true })
      .message();
    expect(textOf(second)).toContain('再來一次');
  });

  it('tells only the person what was not understood, and takes its “thinking” away', async () => {
    const exchange = story.ann.slash(story.channel, 'gacha', { description: 'qwxyz vbnmk' });
    const refusal = await exchange.followUp();
    expect(refusal.onlyFor).toBe(story.ann.user);
    expect(textOf(refusal)).toContain('nothing in there that I can draw');
    expect(story.messagesOfBot(story.channel).filter((m) => m.onlyFor === undefined)).toEqual([]);
  });

  it('shows a private pull to nobody else', async () => {
    const post = await story.ann
      .slash(story.channel, 'gacha', { description: 'blonde', private: true })
      .message();
    expect(post.flags & messageFlags.ephemeral).not.toBe(0);
    expect(post.onlyFor).toBe(story.ann.user);
  });

  it('says when to try again', async () => {
    await story.begin({ personPicturesPerMinute: 1 });
    await story.ann.slash(story.channel, 'gacha', { description: 'blonde' }).message();
    const refusal = await story.ann
      .slash(story.channel, 'gacha', { description: 'blonde' })
      .followUp();
    expect(textOf(refusal)).toMatch(/try again in \d+ s/);
  });

  it('shares a server’s limit among its people, as its managers set it', async () => {
    const { ann, bob, channel } = story;
    ann.permissions |= PermissionFlagsBits.ManageGuild;
    const set = await ann.slash(channel, 'settings limits', { person: 500, server: 1 }).message();
    expect(textOf(set)).toContain('500 for one person, 1 for the whole server');
    await story.pull(ann);
    const refusal = await bob.slash(channel, 'gacha', { description: 'blonde' }).followUp();
    expect(refusal.onlyFor).toBe(bob.user);
    expect(textOf(refusal)).toMatch(/\d+ 秒/);
    const elsewhere = story.stage.discord.channel('elsewhere');
    await bob.slash(elsewhere, 'gacha', { description: 'blonde' }).message();
  });

  it('lets those whom the server’s integrations allow set limits, one without the other', async () => {
    const { ann, channel } = story;
    expect(() => ann.slash(channel, 'settings show')).toThrow('may not use');
    ann.allowedCommands.add('settings');
    await ann.slash(channel, 'settings limits', { server: 100 }).message();
    const set = await ann.slash(channel, 'settings limits', { person: 5 }).message();
    expect(textOf(set)).toContain('5 for one person, 100 for the whole server');
    const usual = await ann.slash(channel, 'settings limits', { person: 0 }).message();
    expect(textOf(usual)).toContain('10000 for one person, 100 for the whole server');
  });

  it('stays away from a channel or category that is forbidden, where nothing else is set', async () => {
    const { ann, channel, stage } = story;
    ann.permissions |= PermissionFlagsBits.ManageGuild;
    const other = stage.discord.channel('elsewhere', { guild: channel.guild! });
    const shown = await ann
      .slash(other, 'settings forbid-channel', { channel: channel.id })
      .message();
    expect(textOf(shown)).toContain(`I don’t answer in: <#${channel.id}>`);
    const refusal = await ann.slash(channel, 'gacha', { description: 'blonde' }).followUp();
    expect(textOf(refusal)).toContain('not allowed to play in this channel');
    await ann.slash(other, 'gacha', { description: 'blonde' }).message(hasPicture);
    await ann.slash(other, 'settings all-channels').message();
    await ann.slash(channel, 'gacha', { description: 'blonde' }).message(hasPicture);
  });

  it('stays away from the channels and threads of a forbidden category', async () => {
    const { ann, channel, stage } = story;
    ann.permissions |= PermissionFlagsBits.ManageGuild;
    const { discord } = stage;
    const guild = channel.guild!;
    const category = discord.channel('serious', { guild, isCategory: true });
    const inside = discord.channel('inside', { guild, category });
    const thread = discord.thread(inside);
    await ann.slash(channel, 'settings forbid-channel', { channel: category.id }).message();
    for (const there of [inside, thread]) {
      const refusal = await ann.slash(there, 'gacha', { description: 'blonde' }).followUp();
      expect(textOf(refusal)).toContain('not allowed to play in this channel');
    }
    await ann.slash(channel, 'settings allow-channel', { channel: inside.id }).message();
    await ann.slash(inside, 'gacha', { description: 'blonde' }).message(hasPicture);
  });

  it('draws nothing of the words that a server’s managers forbid, and says them to nobody', async () => {
    const { ann, bob, channel, stage } = story;
    ann.permissions |= PermissionFlagsBits.ManageGuild;
    const post = await story.pull(ann);
    await ann.press(post, 'Keep').message();
    await ann.slash(channel, 'name', { favourite: '1', name: 'Zombie' }).message();
    const listed = await ann.slash(channel, 'settings words', { forbid: 'zombie, 血' }).message();
    expect(listed.onlyFor).toBe(ann.user);
    expect(textOf(listed)).toContain('I draw nothing of: zombie\\, 血');
    const refused = [
      bob.slash(channel, 'gacha', { description: 'a ZOMBIE with red hair' }),
      bob.slash(channel, 'endless', { description: 'blonde, 流血' }),
      await ann.submit(ann.press(post, 'Change'), { words: 'zombie, red hair' }),
    ];
    for (const exchange of refused) {
      const answer = await exchange.followUp();
      expect(textOf(answer)).toMatch(/isn’t welcome here|使えないことば/);
      expect(textOf(answer)).not.toMatch(/zombie|血/i);
    }
    const shown = await ann.slash(channel, 'show', { favourite: '1' }).message(hasPicture);
    expect(textOf(shown)).not.toContain('Zombie');
    const elsewhere = stage.discord.channel('elsewhere');
    const wish = { description: 'a zombie with red hair' };
    await bob.slash(elsewhere, 'gacha', wish).message(hasPicture);
    await ann.slash(channel, 'settings words', { permit: 'zombie' }).message();
    await bob.slash(channel, 'gacha', wish).message(hasPicture);
  });

  it('lets managers set language, channels and endless mode', async () => {
    const other = story.stage.discord.channel('elsewhere', { guild: story.channel.guild! });
    story.ann.permissions |= PermissionFlagsBits.ManageGuild;
    await story.ann.slash(story.channel, 'settings language', { language: 'ja' }).message();
    await story.ann.slash(story.channel, 'settings endless', { allowed: false }).message();
    const shown = await story.ann
      .slash(story.channel, 'settings allow-channel', { channel: other.id })
      .message();
    expect(textOf(shown)).toContain(`<#${other.id}>`);
    expect(textOf(shown)).toContain('無限ガチャ：オフ');
    const elsewhere = await story.ann
      .slash(story.channel, 'gacha', { description: 'blonde' })
      .followUp();
    expect(textOf(elsewhere)).toContain(`<#${other.id}>`);
    const endless = await story.ann.slash(other, 'endless', { description: 'blonde' }).followUp();
    expect(textOf(endless)).not.toBe('');
  });

  it('answers in the threads of an allowed channel, and not in those of others', async () => {
    const other = story.stage.discord.channel('elsewhere', { guild: story.channel.guild! });
    story.ann.permissions |= PermissionFlagsBits.ManageGuild;
    await story.ann
      .slash(story.channel, 'settings allow-channel', { channel: story.channel.id })
      .message();
    const thread = story.stage.discord.thread(story.channel);
    const post = await story.bob.slash(thread, 'gacha', { description: 'blonde' }).message();
    expect(post.attachments).toHaveLength(1);
    const quiet = story.stage.discord.thread(story.channel, { isKnown: false });
    story.ann.write(quiet, '@bot blonde');
    await story.answerIn(quiet, 'picture');
    const elsewhere = story.stage.discord.thread(other);
    const refusal = await story.ann.slash(elsewhere, 'gacha', { description: 'blonde' }).followUp();
    expect(textOf(refusal)).toContain(`<#${story.channel.id}>`);
  });

  it('pulls endlessly up to the limit, a post each', async () => {
    await story.begin({ endlessLimit: 3 });
    const exchange = story.ann.slash(story.channel, 'endless', { description: 'blonde' });
    await story.answerIn(story.channel, /3 pulls in a row/);
    expect(exchange.interaction.followUps.filter((m) => m.attachments.length === 1)).toHaveLength(
      3,
    );
  });

  it('stops an endless run for its owner only', async () => {
    await story.begin({ endlessLimit: 1000, endlessIntervalMs: 20 });
    const exchange = story.ann.slash(story.channel, 'endless', { description: 'blonde' });
    const post = await story.answerIn(story.channel, 'picture');
    const refusal = await story.bob.press(post, 'Stop').message();
    expect(refusal.onlyFor).toBe(story.bob.user);
    expect(textOf(refusal)).not.toContain('Stopping');
    const stop = await story.ann.press(post, 'Stop').message();
    expect(textOf(stop)).toContain('Stopping');
    await story.stage.discord.until('its end', () =>
      exchange.interaction.followUps.find((m) => /Stopped after/.test(textOf(m))),
    );
    await story.stage.restart();
    const late = await story.ann.press(post, 'Stop').message();
    expect(textOf(late)).toContain('over already');
  });

  it('works from somebody’s own account on a server that does not have it', async () => {
    const foreign = story.stage.discord.channel('foreign', { hasBot: false });
    const post = await story.ann.slash(foreign, 'gacha', { description: 'blonde' }).message();
    const kept = await story.ann.press(post, 'Keep').message();
    expect(textOf(kept)).toContain('Kept as No. 1');
  });

  it('ends an endless run kindly where Discord takes only a few messages', async () => {
    await story.begin({ endlessLimit: 100 });
    const foreign = story.stage.discord.channel('foreign', { hasBot: false });
    const exchange = story.ann.slash(foreign, 'endless', { description: 'blonde' });
    const { followUps } = exchange.interaction;
    const last = await story.stage.discord.until('its end', () =>
      followUps.find((m) => /That was 4 pulls/.test(textOf(m))),
    );
    expect(followUps.indexOf(last)).toBe(4);
    expect(story.messagesOfBot(story.ann.directChannel)).toEqual([]);
    const next = story.ann.slash(foreign, 'endless', { description: 'blonde' });
    await story.stage.discord.until('another run', () => next.interaction.followUps[0]);
  });

  it.each([
    ['markdown and mentions', '**blonde** @everyone <@1> [x](https://evil.example) ||s||'],
    ['control and direction marks', 'blonde\u0000\u001B[31m\u202Eevil\u2066\r\n# big'],
    ['SQL', "blonde'; DROP TABLE person; --"],
    ['a wall of text', `blonde ${'喵'.repeat(5900)}`],
    ['emoji and surrogates', `blonde ${'👩‍👩‍👧‍👦'.repeat(100)}\uD83D`],
    ['placeholders', 'blonde {{t}} $t(errors:unexpected) %s ${x}'],
  ])('takes %s as what it is: words', async (_what, description) => {
    const exchange = story.ann.slash(story.channel, 'gacha', { description });
    const shown = await story.stage.discord.until('an answer', () => {
      const { original, followUps } = exchange.interaction;
      const post =
        original !== undefined && original.attachments.length === 1 ? original : undefined;
      return post ?? followUps[0];
    });
    expect(textOf(shown)).not.toMatch(
      /(?<!\\)@everyone|<@1>|(?<!\\)\*\*blonde\*\*|\u202E|[^\P{Cc}\n]/u,
    );
    expect(story.stage.log.filter((line) => line.level >= 50)).toEqual([]);
  });

  it('refuses forged buttons with a sentence', async () => {
    const post = await story.ann.slash(story.channel, 'gacha', { description: 'blonde' }).message();
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
      const exchange = story.bob.pressId(post, id);
      const answer = await story.stage.discord.until(`an answer to ${id}`, () => {
        const { original, followUps } = exchange.interaction;
        return [original, ...followUps].find(
          (m) => m !== undefined && m !== post && textOf(m).trim() !== '',
        );
      });
      expect(answer.onlyFor).toBe(story.bob.user);
    }
    expect(await story.stage.kept(story.bob)).toEqual([]);
    expect(story.stage.log.filter((line) => line.level >= 50)).toEqual([]);
    await vi.waitFor(async () => expect(await story.stage.kept(story.ann)).toEqual([]), patience);
  });
});
