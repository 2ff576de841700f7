import { CooldownError, NotAllowedError } from '../../errors/app-error.js';
import type { OwnerStore } from '../../storage/storage.js';
import type { PullInput } from '../drawing/pull-input.js';
import type { GameContext } from '../game-context.js';
import type { GameSettings } from '../game-settings.js';
import type { Person, Location } from '../people/person.js';
import type { Charge, RateLimiter } from './rate-limiter.js';
import { hasForbiddenWord, wordNotAllowed } from '../people/forbidden-words.js';
import { isAllowed, type ServerService } from '../people/server-service.js';
import type { ServerSettings } from '../people/server-settings.js';

/** Somebody who wants something drawn. */
export interface Visit {
  readonly person: Person;
  readonly where?: Location | undefined;
  /** How many pictures. */
  readonly pictures: number;
  /** The words that are to be drawn, which a server may have forbidden. */
  readonly prompt?: PullInput | undefined;
}

/** Decides whether a person may draw here and now: allowed channels and rate limits. */
export class Gatekeeper {
  readonly #servers: ServerService;
  readonly #limiter: RateLimiter;
  readonly #settings: GameSettings;
  readonly #owner: OwnerStore;

  constructor(
    { settings, storage }: Pick<GameContext, 'settings' | 'storage'>,
    { servers, limiter }: { readonly servers: ServerService; readonly limiter: RateLimiter },
  ) {
    this.#servers = servers;
    this.#limiter = limiter;
    this.#settings = settings;
    this.#owner = storage.owner;
  }

  /**
   * Lets the work begin, and gives the allowance back where it fails.
   * @throws NotAllowedError `channel-not-allowed`, `person-blocked`, `server-blocked`, UserInputError
   * `word-not-allowed`, CooldownError
   */
  async admit<Result>(visit: Visit, work: () => Promise<Result>): Promise<Result> {
    const server = await this.#findServer(visit);
    this.expectChannel(server, visit.where);
    await this.#expectFree(visit);
    expectWords(server, visit.prompt);
    const taken: Charge[] = [];
    try {
      for (const { scope, charge } of this.#chargesOf(visit, server)) {
        await this.#take(scope, charge);
        taken.push(charge);
      }
      return await work();
    } catch (error) {
      await Promise.allSettled(taken.map((charge) => this.#limiter.refund(charge)));
      throw error;
    }
  }

  async #expectFree({ person, where }: Visit): Promise<void> {
    const ids = { person: person.platformId, server: where?.serverId };
    const kind = await this.#owner.findBlock(person.platform, ids);
    if (kind === undefined) return;
    throw new NotAllowedError(`${kind}-blocked`, `expected a ${kind} that the owner lets draw`);
  }

  /** @throws NotAllowedError `channel-not-allowed` */
  expectChannel(server: ServerSettings | undefined, where: Location | undefined): void {
    if (!where || server === undefined) return;
    const { channelId, parentChannelId, categoryId } = where;
    const ids = [channelId, parentChannelId, categoryId].filter((id) => id !== undefined);
    if (isAllowed(server, ids)) return;
    const channels = server.allowedChannels;
    throw new NotAllowedError(
      'channel-not-allowed',
      `expected one of the server's channels ${channels.join(', ')}, got ${where.channelId}`,
      { context: { channels } },
    );
  }

  async #findServer({ person, where }: Visit): Promise<ServerSettings | undefined> {
    if (where?.serverId === undefined) return undefined;
    return this.#servers.settings({ platform: person.platform, serverId: where.serverId });
  }

  #chargesOf(
    { person, where, pictures }: Visit,
    server: ServerSettings | undefined,
  ): { scope: 'person' | 'server'; charge: Charge }[] {
    const { limitedPlatforms, personPicturesPerMinute, serverPicturesPerMinute } = this.#settings;
    if (!limitedPlatforms.includes(person.platform)) return [];
    const ofPerson: Charge = {
      key: `person:${person.id}`,
      amount: pictures,
      perMinute: server?.personPicturesPerMinute ?? personPicturesPerMinute,
    };
    const charges = [{ scope: 'person' as const, charge: ofPerson }];
    if (where?.serverId === undefined) return charges;
    const ofServer: Charge = {
      key: `server:${person.platform}:${where.serverId}`,
      amount: pictures,
      perMinute: server?.serverPicturesPerMinute ?? serverPicturesPerMinute,
    };
    return [...charges, { scope: 'server' as const, charge: ofServer }];
  }

  async #take(scope: 'person' | 'server', charge: Charge): Promise<void> {
    const retryAfterMs = await this.#limiter.take(charge);
    if (retryAfterMs === 0) return;
    throw new CooldownError(
      'cooldown',
      `the ${scope}'s ${charge.perMinute} pictures a minute are used up for ${retryAfterMs} ms`,
      { context: { retryAfterMs, scope } },
    );
  }
}

function expectWords(server: ServerSettings | undefined, prompt: PullInput = {}): void {
  const { description = '', options = {} } = prompt;
  const said = [description, ...Object.values(options)].join('\n');
  if (server === undefined || !hasForbiddenWord(server.forbiddenWords, said)) return;
  throw wordNotAllowed();
}
