import type { ChatInputCommandInteraction } from 'discord.js';
import type { Handler } from '../events/interaction-context.js';
import { accountCommands } from './account-commands.js';
import { drawingCommands } from './drawing-commands.js';
import { favoriteCommands } from './favorite-commands.js';
import { settingsCommands } from './settings-command.js';

/** Every slash command by its registered name. */
export const commandHandlers: Readonly<Record<string, Handler<ChatInputCommandInteraction>>> = {
  ...drawingCommands,
  ...favoriteCommands,
  ...accountCommands,
  ...settingsCommands,
};
