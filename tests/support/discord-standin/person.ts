import { PermissionFlagsBits } from 'discord.js';
import type { DiscordStandin } from './discord-standin.js';
import { buttonsOf, Exchange } from './exchange.js';
import {
  commandOptions,
  interactionPayload,
  interactionType,
  modalSubmission,
  type OptionValues,
} from './interaction-payload.js';
import {
  attachmentPayload,
  channelPayload,
  memberPayload,
  messagePayload,
  userPayload,
} from './payloads.js';
import { asText } from './request-body.js';
import type {
  Json,
  StandinAttachment,
  StandinChannel,
  StandinMessage,
  StandinUser,
} from './world.js';

const usualPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.AddReactions;

interface Deed {
  readonly type: number;
  readonly channel: StandinChannel;
  readonly data: Json;
  readonly what: string;
  readonly source?: StandinMessage;
}

/** Someone in front of Discord: does what a hand can do, and sees what comes back. */
export class Person {
  readonly user: StandinUser;
  readonly #discord: DiscordStandin;
  /** Permissions in the current channel. */
  permissions = usualPermissions;
  /** Commands that a server's integrations allow them beyond their permissions. */
  readonly allowedCommands = new Set<string>();

  constructor(discord: DiscordStandin, user: StandinUser) {
    this.#discord = discord;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** The person's direct message channel with the bot. */
  get directChannel(): StandinChannel {
    return this.#discord.world.directChannel(this.user);
  }

  /** Sends a command, `settings language` where it has subcommands. */
  slash(channel: StandinChannel, path: string, options: OptionValues = {}): Exchange {
    const [name = '', sub] = path.split(' ');
    const command = this.#discord.command(name, channel);
    this.#expectAllowed(command);
    const data = {
      id: command['id'],
      name,
      type: 1,
      options: commandOptions(command, { values: options, sub }),
      resolved: {
        channels: this.#channelsNamedIn(options),
        attachments: this.#filesNamedIn(options),
      },
    };
    return this.#do({ type: interactionType.command, channel, data, what: `/${path}` });
  }

  /** Types into one option of a command and looks at what is offered. */
  type(
    channel: StandinChannel,
    name: string,
    given: { option: string; text: string; others?: OptionValues },
  ): Exchange {
    const command = this.#discord.command(name, channel);
    const values = { ...given.others, [given.option]: given.text };
    const options = commandOptions(command, { values, focused: given.option });
    const data = { id: command['id'], name, type: 1, options };
    return this.#do({ type: interactionType.autocomplete, channel, data, what: `typing /${name}` });
  }

  /** Right-clicks a message and takes one of the application's entries. */
  contextMenu(message: StandinMessage, name: string): Exchange {
    const command = this.#discord.command(name, message.channel);
    const resolved = { messages: { [message.id]: messagePayload(message) } };
    const data = { id: command['id'], name, type: 3, target_id: message.id, resolved };
    return this.#do({ type: interactionType.command, channel: message.channel, data, what: name });
  }

  /** Presses the button whose label holds `label`. */
  press(message: StandinMessage, label: string): Exchange {
    const button = buttonsOf(message).find((candidate) => candidate.label.includes(label));
    if (button === undefined || button.disabled) {
      const there = buttonsOf(message).map((b) => (b.disabled ? `(${b.label})` : b.label));
      throw new Error(`no button "${label}" to press, there are: ${there.join(' | ')}`);
    }
    return this.pressId(message, button.customId);
  }

  /** Presses a button by what it carries, also one that no longer stands there. */
  pressId(message: StandinMessage, customId: string): Exchange {
    const data = { custom_id: customId, component_type: 2 };
    const what = `the button ${customId}`;
    const { channel } = message;
    return this.#do({ type: interactionType.component, channel, data, what, source: message });
  }

  /** Picks from the select menu under a message. */
  select(message: StandinMessage, customId: string, values: readonly string[]): Exchange {
    const data = { custom_id: customId, component_type: 3, values };
    const what = `the menu ${customId}`;
    const { channel } = message;
    return this.#do({ type: interactionType.component, channel, data, what, source: message });
  }

  /** Fills in the modal that an exchange opened; what is not named stays as it stood. */
  async submit(
    opened: Exchange,
    values: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Exchange> {
    const modal = await opened.modal();
    const { channel, source } = opened.interaction;
    return this.#do({
      type: interactionType.modal,
      channel,
      data: modalSubmission(modal, values),
      what: `the modal ${String(modal['title'])}`,
      ...(source === undefined ? {} : { source }),
    });
  }

  /** Puts a file into a command's option; gives what stands for it there. */
  upload(filename: string, bytes: Uint8Array): string {
    return this.#discord.world.addFile({ filename, bytes }).id;
  }

  /** Writes a message; `@bot` stands for a mention of the bot. */
  write(channel: StandinChannel, text: string, repliesTo?: StandinMessage): StandinMessage {
    return this.#send(this.#compose(channel, text, repliesTo));
  }

  /** Writes a message with a file along. */
  send(
    channel: StandinChannel,
    text: string,
    file: Pick<StandinAttachment, 'filename' | 'bytes'>,
  ): StandinMessage {
    const message = this.#compose(channel, text);
    message.attachments = [this.#discord.world.addFile(file)];
    return this.#send(message);
  }

  #compose(channel: StandinChannel, text: string, repliesTo?: StandinMessage): StandinMessage {
    const body = {
      content: text.replaceAll('@bot', `<@${this.#discord.world.bot.id}>`),
      ...(repliesTo === undefined ? {} : { message_reference: { message_id: repliesTo.id } }),
    };
    return this.#discord.messages.create({ channel, author: this.user, body });
  }

  #send(message: StandinMessage): StandinMessage {
    const { channel, content, repliesTo } = message;
    const { bot } = this.#discord.world;
    const isForBot = content.includes(`<@${bot.id}>`) || repliesTo?.author === bot;
    this.#discord.dispatch(channel, 'MESSAGE_CREATE', {
      ...messagePayload(message),
      mentions: isForBot ? [userPayload(bot)] : [],
      is_for_bot: isForBot,
      ...(channel.guild === undefined ? {} : { member: this.#member() }),
    });
    return message;
  }

  /** Puts a reaction on a message, e.g. `❤️`, of which the bot is told. */
  react(message: StandinMessage, emoji: string): void {
    this.#discord.react({ message, emoji, user: this.user });
  }

  /** Takes their own reaction away again, of which the bot is told. */
  unreact(message: StandinMessage, emoji: string): void {
    message.reactions.get(emoji)?.delete(this.user.id);
    this.#discord.dispatch(message.channel, 'MESSAGE_REACTION_REMOVE', {
      user_id: this.user.id,
      channel_id: message.channel.id,
      message_id: message.id,
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
    });
  }

  /** Discord offers a command to nobody else, and takes it from nobody else. */
  #expectAllowed(command: Json): void {
    const needed = BigInt(asText(command['default_member_permissions']) || '0');
    const name = asText(command['name']);
    const isAllowed = (this.permissions & needed) === needed || this.allowedCommands.has(name);
    if (!isAllowed) throw new Error(`${this.user.name} may not use /${name}`);
  }

  /** Discord sends the channels that options point at along. */
  #channelsNamedIn(options: OptionValues): Json {
    const { channels } = this.#discord.world;
    const named = Object.values(options).flatMap((value) => channels.get(String(value)) ?? []);
    return Object.fromEntries(
      named.map((channel) => [channel.id, { ...channelPayload(channel), permissions: '0' }]),
    );
  }

  #filesNamedIn(options: OptionValues): Json {
    const { files } = this.#discord.world;
    const named = Object.values(options).flatMap((value) => files.get(String(value)) ?? []);
    return Object.fromEntries(named.map((file) => [file.id, attachmentPayload(file)]));
  }

  #member(): Json {
    return memberPayload(this.user, this.permissions);
  }

  #do(deed: Deed): Exchange {
    const { world, interactions } = this.#discord;
    const { channel, type, data, what, source } = deed;
    const interaction = interactions.open({
      user: this.user,
      channel,
      ...(source === undefined ? {} : { source }),
    });
    const payload = interactionPayload({
      interaction,
      type,
      data,
      permissions: this.permissions,
      botId: world.bot.id,
    });
    this.#discord.dispatch(channel, 'INTERACTION_CREATE', payload);
    return new Exchange(interaction, `${what} by ${this.user.name}`, this.#discord.until);
  }
}
