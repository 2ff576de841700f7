import type { ChatInputCommandInteraction } from 'discord.js';
import { NotAllowedError } from '../../../errors/app-error.js';
import { languageOfTag } from '../../../messages/negotiate-language.js';
import type { ServerSettings, ServerSettingsChange } from '../../../game/people/server-settings.js';
import type { Caller } from '../caller.js';
import { answering, type Handler, type InteractionContext } from '../events/interaction-context.js';

type Command = ChatInputCommandInteraction;

/** Per-server settings, for those who may manage the server. */
export const settingsCommands: Readonly<Record<string, Handler<Command>>> = {
  settings: answering('private', async ({ caller, target, interaction }) => {
    const server = serverOf(caller);
    const { servers } = caller.context.game;
    const before = await servers.settings(server);
    const change = changeOf(interaction, before);
    const by = { mayManage: caller.isManager };
    const now =
      Object.keys(change).length === 0 && caller.isManager
        ? before
        : await servers.change(server, change, by);
    await target.show({ content: describe({ caller, interaction, target }, now) });
  }),
};

function serverOf({ where }: Caller): { platform: 'discord'; serverId: string } {
  const { serverId } = where;
  if (serverId === undefined) throw new NotAllowedError('manager-only', 'expected a server');
  return { platform: 'discord', serverId };
}

function changeOf({ options }: Command, before: ServerSettings): ServerSettingsChange {
  const { allowedChannels } = before;
  switch (options.getSubcommand()) {
    case 'language':
      return { language: languageOfTag(options.getString('language', true)) };
    case 'allow-channel': {
      const { id } = options.getChannel('channel', true);
      return { allowedChannels: [...new Set([...allowedChannels, id])] };
    }
    case 'forbid-channel': {
      const { id } = options.getChannel('channel', true);
      return { allowedChannels: allowedChannels.filter((allowed) => allowed !== id) };
    }
    case 'all-channels':
      return { allowedChannels: [] };
    case 'endless':
      return { isEndlessAllowed: options.getBoolean('allowed', true) };
    case 'limits':
      return {
        personPicturesPerMinute: options.getInteger('person') ?? undefined,
        serverPicturesPerMinute: options.getInteger('server') ?? undefined,
      };
    default:
      return {};
  }
}

function describe({ caller }: InteractionContext<Command>, settings: ServerSettings): string {
  const { t } = caller;
  const { language, allowedChannels, isEndlessAllowed } = settings;
  const limit = (pictures: number | undefined) => pictures ?? t('discord:settings.usual');
  const channels = allowedChannels.map((id) => `<#${id}>`).join(' ');
  return [
    `**${t('discord:settings.title')}**`,
    t('discord:settings.language', {
      language: t(`discord:language.name.${language ?? 'auto'}`),
    }),
    t('discord:settings.channels', {
      channels: channels === '' ? t('discord:settings.everywhere') : channels,
    }),
    t(isEndlessAllowed ? 'discord:settings.endlessOn' : 'discord:settings.endlessOff'),
    t('discord:settings.limits', {
      person: limit(settings.personPicturesPerMinute),
      server: limit(settings.serverPicturesPerMinute),
    }),
  ].join('\n');
}
