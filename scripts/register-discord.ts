/**
 * Registers the Discord commands without starting the bot, as a start does when they changed:
 * `npm run discord:register`. With DISCORD_TEST_SERVER set, on that server only.
 */
import { pino } from 'pino';
import { isGroupName } from '../src/attributes/vocabulary.js';
import { registerWithToken } from '../src/bots/discord/registration/register-with-token.js';
import { loadSettings } from '../src/config/env.js';
import { discordSettings, inferenceSettings } from '../src/config/parts.js';
import { findModelFolder, loadModel } from '../src/inference/model-folder.js';
import { LOG_SERIALIZERS } from '../src/errors/log-error.js';
import { createMessages } from '../src/messages/messages.js';

const settings = loadSettings();
const discord = discordSettings(settings);
if (discord === undefined) {
  console.error('DISCORD_TOKEN is not set: docs/discord.md says where to get one.');
  process.exit(1);
}
const { modelsFolder, model } = inferenceSettings(settings);
const { manifest } = await loadModel(await findModelFolder(modelsFolder, model));
await registerWithToken({
  settings: discord,
  messages: createMessages(),
  groups: manifest.groups.flatMap(({ name, values }) =>
    isGroupName(name) ? [{ name, values }] : [],
  ),
  log: pino({ level: settings.MUGEN_LOG_LEVEL, serializers: LOG_SERIALIZERS }),
});
