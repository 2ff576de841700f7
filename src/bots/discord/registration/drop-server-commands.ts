import { Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';

/** A bot on more servers has long outgrown its test server, and each server costs a request. */
const MOST_SERVERS = 100;

/**
 * Removes commands that an earlier `DISCORD_TEST_SERVER` left on a server: beside the global ones Discord
 * would list each of them twice there.
 */
export async function dropServerCommands(given: {
  rest: REST;
  applicationId: string;
  serverIds: readonly string[];
  log: Logger;
}): Promise<void> {
  const { rest, applicationId, serverIds, log } = given;
  if (serverIds.length > MOST_SERVERS) return;
  for (const serverId of serverIds) {
    const route = Routes.applicationGuildCommands(applicationId, serverId);
    // oxlint-disable-next-line no-await-in-loop -- in no hurry: answers to people go first
    const left = await rest.get(route);
    if (!Array.isArray(left) || left.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await rest.put(route, { body: [] });
    log.info({ server: serverId, commands: left.length }, 'commands of a test server removed');
  }
}
