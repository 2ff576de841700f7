import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandOption,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Messages } from '../../../messages/messages.js';
import type { ModelSummary } from '../../../game/game.js';
import { menuNames } from '../commands/message-menu.js';
import { OptionBook } from './option-definitions.js';
import { localisedName, localisedText } from './definition-wording.js';

type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** Installable to a server and to a person's own account; usable wherever one can write. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const languages = ['auto', 'en', 'zh-CN', 'zh-TW', 'ja'] as const;
const largestSeed = 2 ** 32 - 1;

/** Everything that is registered with Discord, in all four languages. */
export function commandDefinitions(
  messages: Messages,
  model: Pick<ModelSummary, 'groups'>,
): Definition[] {
  const book = new OptionBook(messages);
  const command = (key: string, options: APIApplicationCommandOption[] = []): Definition => ({
    type: ApplicationCommandType.ChatInput,
    ...localisedText(messages, `discord:command.${key}`),
    ...everywhere,
    options,
  });
  return [
    ...drawing(book, command, model),
    ...keeping(book, command),
    command('privacy'),
    command('export'),
    command('forget-me'),
    command('language', [book.chosen('language', languages, true)]),
    command('help'),
    settings(messages, book),
    ...menus(messages),
  ];
}

type Build = (key: string, options?: APIApplicationCommandOption[]) => Definition;

function drawing(
  book: OptionBook,
  command: Build,
  model: Pick<ModelSummary, 'groups'>,
): Definition[] {
  const hidden = book.toggle('private');
  const percent = { min: 0, max: 100 };
  const strength = book.integer('strength', percent);
  return [
    command('gacha', [
      book.text('description'),
      book.integer('count', { min: 1, max: 10 }),
      book.integer('seed', { min: 0, max: largestSeed }),
      hidden,
      ...book.groups(model),
    ]),
    command('pick'),
    command('endless', [book.text('description'), hidden]),
    command('morph', [
      book.completed('favourite', true),
      book.text('description', true),
      strength,
      book.toggle('animate'),
      hidden,
    ]),
    command('change', [
      book.text('description', true),
      book.completed('favourites'),
      strength,
      hidden,
    ]),
    command('vary', [
      book.completed('favourite', true),
      book.chosen('amount', ['subtle', 'strong']),
      hidden,
    ]),
    command('blend', [
      book.completed('first', true),
      book.completed('second', true),
      book.integer('ratio', percent),
      book.text('description'),
      hidden,
    ]),
    command('redraw', [book.text('code'), book.attachment('picture'), hidden]),
    command('adopt', [book.attachment('picture', true), hidden]),
  ];
}

function keeping(book: OptionBook, command: Build): Definition[] {
  const favourite = book.completed('favourite', true);
  return [
    command('favorites', [book.text('search'), book.text('tag')]),
    command('show', [favourite, book.toggle('private')]),
    command('name', [favourite, book.text('name')]),
    command('tag', [favourite, book.text('tags')]),
    command('drop', [favourite]),
    command('family', [favourite, book.toggle('private')]),
  ];
}

function settings(messages: Messages, book: OptionBook): Definition {
  const sub = (key: string, options: APIApplicationCommandBasicOption[] = []) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    ...localisedText(messages, `discord:subcommand.${key}`),
    options,
  });
  return {
    type: ApplicationCommandType.ChatInput,
    ...localisedText(messages, 'discord:command.settings'),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      sub('show'),
      sub('language', [book.chosen('language', languages, true)]),
      sub('allow-channel', [book.channel('channel')]),
      sub('forbid-channel', [book.channel('channel')]),
      sub('all-channels'),
      sub('endless', [book.toggle('allowed', true)]),
      sub('words', [book.text('forbid'), book.text('permit')]),
      sub('limits', [
        book.integer('person', { min: 0, max: 600 }),
        book.integer('server', { min: 0, max: 6000 }),
      ]),
    ],
  };
}

function menus(messages: Messages): Definition[] {
  return Object.entries(menuNames).map(([key, name]) => ({
    type: ApplicationCommandType.Message,
    ...localisedName(messages, `discord:menu.${key}`),
    name,
    ...everywhere,
  }));
}
