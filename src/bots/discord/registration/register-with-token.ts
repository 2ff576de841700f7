import { REST, Routes, type APIApplication } from 'discord.js';
import type { Logger } from 'pino';
import type { Messages } from '../../../messages/messages.js';
import type { ModelSummary } from '../../../game/game.js';
import { commandDefinitions } from './command-definitions.js';
import { registerCommands } from './register-commands.js';
import type { DiscordSettings } from '../settings.js';

/** Registers changed commands without connecting. @throws when Discord refuses the token */
export async function registerWithToken(given: {
  settings: DiscordSettings;
  messages: Messages;
  /** The attribute choices of the installed model. */
  groups: ModelSummary['groups'];
  log: Logger;
}): Promise<void> {
  const { settings, messages, groups, log } = given;
  const { token, apiUrl, testServerId: serverId } = settings;
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
  const definitions = commandDefinitions(messages, { groups });
  await registerCommands({ rest, applicationId: id, serverId, definitions, log });
}
