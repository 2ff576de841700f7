import { checkCommands } from '../documented-limits.js';
import { userPayload } from '../payloads.js';
import { asList } from '../request-body.js';
import type { Json, World } from '../world.js';
import type { RouteEntry } from './router.js';

interface ApplicationRouteParts {
  readonly world: World;
  /** Told of each breach by commands that are registered; they are taken all the same. */
  readonly report: (problem: string) => void;
  /** Asked on each request, since the port is known only once the server listens. */
  readonly gatewayUrl: () => string;
  /** How many shards the bot is advised to start; a test may change it. */
  readonly shards: () => number;
}

/** The gateway's address, the application itself and its commands. */
export function applicationRoutes(parts: ApplicationRouteParts): RouteEntry[] {
  const { world, report } = parts;
  const setCommands = (scope: string, json: unknown): Json[] => {
    const commands = asList(json);
    for (const problem of checkCommands(commands)) report(problem);
    const stored = commands.map((command) => ({
      // Menus have none, and get this back.
      ...(command['type'] === undefined || command['type'] === 1 ? {} : { description: '' }),
      ...command,
      id: world.ids.next(),
      application_id: world.bot.id,
      version: world.ids.next(),
    }));
    world.commands.set(scope, stored);
    return stored;
  };
  const commands = '/applications/:application/commands';
  const guildCommands = '/applications/:application/guilds/:guild/commands';
  return [
    {
      method: 'GET',
      template: '/gateway/bot',
      handle: () => ({
        url: parts.gatewayUrl(),
        shards: parts.shards(),
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
      }),
    },
    {
      method: 'GET',
      template: '/applications/@me',
      handle: () => ({
        id: world.bot.id,
        name: world.bot.name,
        flags: 0,
        bot: userPayload(world.bot),
      }),
    },
    { method: 'GET', template: commands, handle: () => world.commands.get('') ?? [] },
    { method: 'PUT', template: commands, handle: ({ json }) => setCommands('', json) },
    {
      method: 'GET',
      template: guildCommands,
      handle: ({ params }) => world.commands.get(params['guild'] ?? '') ?? [],
    },
    {
      method: 'PUT',
      template: guildCommands,
      handle: ({ params, json }) => setCommands(params['guild'] ?? '', json),
    },
  ];
}
