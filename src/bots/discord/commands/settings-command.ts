import type { ChatInputCommandInteraction } from 'discord.js';
import { NotAllowedError } from '../../../errors/app-error.js';
import { languageOfTag } from '../../../messages/negotiate-language.js';
import type { ServerSettings, ServerSettingsChange } from '../../../game/people/server-settings.js';
import { readWordList } from '../../../game/people/forbidden-words.js';
import { escapeText } from '../views/escape.js';
import type { Caller } from '../caller.js';
import { answering, type Handler, type InteractionContext } from '../events/interaction-context.js';

type Command = ChatInputCommandInteraction;

/** Characters of the word list; a message has room for the rest too. */
const wordsShown = 600;

/** Per-server settings, for those who may manage the server. */
export const settingsCommands: Readonly<Record<string, Handler<Command>>> = {
  settings: answering('private', async ({ caller, target, interaction }) => {
    const server = serverOf(caller);
    const { servers } = caller.context.game;
    const before = await servers.settings(server);
    const change = changeOf(interaction, before);
    // Discord shows and takes the command only where the server's integrations allow it.
    const by = { mayManage: true };
    const isNew = Object.keys(change).length > 0;
    const now = isNew ? await servers.change(server, change, by) : before;
    await target.show({ content: describe({ caller, interaction, target }, now) });
  }),
};

function serverOf({ where }: Caller): { platform: 'discord'; serverId: string } {
  const { serverId } = where;
  if (serverId === undefined) throw new NotAllowedError('manager-only', 'expected a server');
  return { platform: 'discord', serverId };
}

function changeOf({ options }: Command, before: ServerSettings): ServerSettingsChange {
  const { allowedChannels, forbiddenChannels } = before;
  const without = (ids: readonly string[], gone: string) => ids.filter((id) => id !== gone);
  switch (options.getSubcommand()) {
    case 'language':
      return { language: languageOfTag(options.getString('language', true)) };
    case 'allow-channel': {
      const { id } = options.getChannel('channel', true);
      return {
        allowedChannels: [...without(allowedChannels, id), id],
        forbiddenChannels: without(forbiddenChannels, id),
      };
    }
    case 'forbid-channel': {
      const { id } = options.getChannel('channel', true);
      return {
        allowedChannels: without(allowedChannels, id),
        forbiddenChannels: [...without(forbiddenChannels, id), id],
      };
    }
    case 'all-channels':
      return { allowedChannels: [], forbiddenChannels: [] };
    case 'endless':
      return { isEndlessAllowed: options.getBoolean('allowed', true) };
    case 'words':
      return wordsOf(options, before);
    case 'limits':
      return limitsOf(options);
    default:
      return {};
  }
}

/** Without either nothing changes: the list is only shown. */
function wordsOf(options: Command['options'], before: ServerSettings): ServerSettingsChange {
  const forbidden = readWordList(options.getString('forbid') ?? '');
  const permitted = readWordList(options.getString('permit') ?? '');
  if (forbidden.length + permitted.length === 0) return {};
  const kept = before.forbiddenWords.filter((word) => !permitted.includes(word));
  return { forbiddenWords: [...kept, ...forbidden] };
}

/** Omitted values stay as they are; 0 restores the default. */
function limitsOf(options: Command['options']): ServerSettingsChange {
  const [person, server] = [options.getInteger('person'), options.getInteger('server')];
  return {
    ...(person === null ? {} : { personPicturesPerMinute: person || undefined }),
    ...(server === null ? {} : { serverPicturesPerMinute: server || undefined }),
  };
}

function describe({ caller }: InteractionContext<Command>, settings: ServerSettings): string {
  const { t } = caller;
  const { language, allowedChannels, forbiddenChannels, isEndlessAllowed } = settings;
  const usual = caller.context.game.servers.usualLimits;
  const channels = allowedChannels.map((id) => `<#${id}>`).join(' ');
  const words = settings.forbiddenWords.join(t('common:result.listSeparator'));
  const forbidden = forbiddenChannels.map((id) => `<#${id}>`).join(' ');
  return [
    `**${t('discord:settings.title')}**`,
    t('discord:settings.language', {
      language: t(`discord:language.name.${language ?? 'auto'}`),
    }),
    t('discord:settings.channels', {
      channels: channels === '' ? t('discord:settings.everywhere') : channels,
    }),
    ...(forbidden === '' ? [] : [t('discord:settings.forbidden', { channels: forbidden })]),
    ...(words === ''
      ? []
      : [t('discord:settings.words', { words: escapeText(words, wordsShown) })]),
    t(isEndlessAllowed ? 'discord:settings.endlessOn' : 'discord:settings.endlessOff'),
    t('discord:settings.limits', {
      person: settings.personPicturesPerMinute ?? usual.person,
      server: settings.serverPicturesPerMinute ?? usual.server,
    }),
  ].join('\n');
}
