import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Partials,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itWith } from '../../support/describe-with.js';
import { DiscordStandin } from '../../support/discord-standin/discord-standin.js';
import { needs } from '../../support/needs.js';
import type { Interaction as DjsInteraction } from 'discord.js';

describe('DiscordStandin', () => {
  let discord: DiscordStandin;
  let client: Client;

  beforeEach(async () => {
    discord = await new DiscordStandin().start();
    client = new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.GuildMessageReactions,
      ],
      partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
      rest: { api: discord.apiUrl },
      allowedMentions: { parse: [] },
    });
  });

  afterEach(async () => {
    await client.destroy();
    await discord.stop();
  });

  const ready = async () => {
    const isReady = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(discord.token);
    await isReady;
    await client.application?.commands.set([{ name: 'ping', description: 'Answers' }]);
  };

  const onCommand = (act: (interaction: DjsInteraction<'cached'>) => Promise<unknown>) => {
    client.on(Events.InteractionCreate, (interaction) => {
      act(interaction as DjsInteraction<'cached'>).catch((error: unknown) => {
        discord.problems.push(String(error));
      });
    });
  };

  it('carries a deferred reply with a picture and its alt text', async () => {
    const channel = discord.channel('general');
    await ready();
    onCommand(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      const attachment = Buffer.from('picture');
      const files = [{ attachment, name: 'face.webp', description: 'a face' }];
      await interaction.editReply({ content: 'here', files });
    });
    const message = await discord.person('Ann').slash(channel, 'ping').message();
    expect(message.attachments[0]).toMatchObject({ filename: 'face.webp', description: 'a face' });
    expect(Buffer.from(message.attachments[0]?.bytes ?? []).toString()).toBe('picture');
    expect(discord.problems).toEqual([]);
  });

  itWith(needs.discordDescription, 'refuses what the API description does not allow', async () => {
    const channel = discord.channel('general');
    await ready();
    onCommand(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const button = new ButtonBuilder({ style: ButtonStyle.Primary, label: 'x', custom_id: 'y' });
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON();
      row.components.push({ ...button.toJSON(), custom_id: 'z'.repeat(101) } as never);
      await interaction.reply({ components: [row] });
    });
    discord.person('Ann').slash(channel, 'ping');
    await discord.until('a refusal', () => (discord.problems.length > 1 ? true : undefined));
    expect(discord.problems.join('\n')).toContain('100 characters');
  });

  it('lets an interaction lapse after three seconds and its token after fifteen minutes', async () => {
    const channel = discord.channel('general');
    await ready();
    const failures: unknown[] = [];
    onCommand(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      discord.clock.advance(3001);
      await interaction.deferReply().catch((error: unknown) => failures.push(error));
      failures.push('next');
    });
    discord.person('Ann').slash(channel, 'ping');
    await discord.until('the lapse', () => discord.http.seen.find((r) => r.status === 404));
    expect(discord.http.seen.at(-1)?.path).toContain('/callback');
  });

  it('delivers reactions on messages that the client has never seen', async () => {
    const channel = discord.channel('general');
    const ann = discord.person('Ann');
    const old = ann.write(channel, 'from before');
    await ready();
    const seen = new Promise((resolve) =>
      client.once(Events.MessageReactionAdd, (reaction, user) => {
        resolve([reaction.message.id, reaction.emoji.name, user.id]);
      }),
    );
    ann.react(old, '❤️');
    expect(await seen).toEqual([old.id, '❤️', ann.id]);
  });

  it('resumes a dropped session and loses nothing', async () => {
    const channel = discord.channel('general');
    await ready();
    onCommand(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral });
      }
    });
    discord.gateway.drop();
    const message = await discord.person('Ann').slash(channel, 'ping').message();
    expect(message.content).toBe('pong');
    expect(discord.gateway).toMatchObject({ resumed: 1, identified: 1 });
  });
});
