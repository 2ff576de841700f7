import type { ChatInputCommandInteraction } from 'discord.js';
import { NotAllowedError } from '../../../errors/app-error.js';
import { languageOfTag } from '../../../messages/negotiate-language.js';
import type { ServerSettings, ServerSettingsChange } from '../../../game/people/server-settings.js';
import type { Scene } from '../scene.js';
import { answering, type Handler, type Turn } from '../turn.js';

type Command = ChatInputCommandInteraction;

/** Per-server settings, for those who may manage the server. */
export const settingsCommands: Readonly<Record<string, Handler<Command>>> = {
  settings: answering('private', async ({ scene, outlet, interaction }) => {
    const server = serverOf(scene);
    const { servers } = scene.bot.game;
    const before = await servers.settings(server);
    const change = changeOf(interaction, before);
    const by = { mayManage: scene.isManager };
    const now =
      Object.keys(change).length === 0 && scene.isManager
        ? before
        : await servers.change(server, change, by);
    await outlet.show({ content: describe({ scene, interaction, outlet }, now) });
  }),
};

function serverOf({ where }: Scene): { platform: 'discord'; serverId: string } {
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

function describe({ scene }: Turn<Command>, settings: ServerSettings): string {
  const { t } = scene;
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
