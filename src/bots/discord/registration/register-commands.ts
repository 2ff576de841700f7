import { createHash } from 'node:crypto';
import {
  Routes,
  type APIApplicationCommand,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Logger } from 'pino';

type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** The fields compared to detect a changed command. */
const compared = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'integration_types',
  'contexts',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'channel_types',
] as const;

/** The registered commands' ids by name, for mentions that can be clicked. */
export type CommandIds = ReadonlyMap<string, string>;

/**
 * Registers the commands where they differ from what Discord has: globally, or in one server. Nothing is
 * sent where they agree, since Discord allows 200 registrations a day.
 */
export async function registerCommands(given: {
  rest: REST;
  applicationId: string;
  serverId?: string | undefined;
  definitions: readonly Definition[];
  log: Logger;
}): Promise<CommandIds> {
  const { rest, applicationId, serverId, definitions, log } = given;
  const route = routeOf(applicationId, serverId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const there = await rest.get(route, { query });
  const isSame = hashOf(Array.isArray(there) ? there : []) === hashOf(definitions);
  const registered = isSame ? there : await rest.put(route, { body: definitions });
  log.info(
    { commands: definitions.length, scope: serverId ?? 'global', changed: !isSame },
    isSame ? 'Discord has these commands already' : 'commands registered with Discord',
  );
  return idsOf(registered);
}

/** The ids of what another process has registered. */
export async function readCommandIds(given: {
  rest: REST;
  applicationId: string;
  serverId?: string | undefined;
}): Promise<CommandIds> {
  return idsOf(await given.rest.get(routeOf(given.applicationId, given.serverId)));
}

function routeOf(applicationId: string, serverId: string | undefined): `/${string}` {
  return serverId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, serverId);
}

function idsOf(commands: unknown): CommandIds {
  const list = Array.isArray(commands) ? (commands as readonly APIApplicationCommand[]) : [];
  return new Map(list.map(({ name, id }) => [name, id]));
}

/** The same for the same commands, whatever order and defaults they are written with. */
export function hashOf(commands: readonly unknown[]): string {
  const texts = commands.map((command) => JSON.stringify(essence(command))).sort();
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => essence(item));
  if (typeof value !== 'object' || value === null) return value;
  const isLocalisation = Object.keys(value).some((key) => key === 'ja');
  const keys = isLocalisation ? Object.keys(value).sort() : compared;
  const entries = new Map<string, unknown>(Object.entries(value));
  return keys.flatMap((key) => {
    const inner = entries.get(key);
    const isDefault =
      inner === undefined ||
      inner === null ||
      // Discord gives the entries of a message's menu one.
      inner === '' ||
      inner === false ||
      (Array.isArray(inner) && inner.length === 0);
    return isDefault ? [] : [[key, essence(inner)]];
  });
}
