import type { GameContext } from '../game-context.js';
import type { Person, Platform } from '../people/person.js';
import { splitCommand } from '../typed-commands/typed-command.js';
import type { OwnerOutcome } from './owner.js';

const DAY_MS = 86_400_000;
const ANNOUNCE_WITHIN_MS = 30 * DAY_MS;
const LONGEST_ANNOUNCEMENT = 1000;

/** Commands of whoever runs the installation, typed to the bot. */
export class OwnerService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /** Undefined for everybody else, and for what is no owner's command: it then means what it always does. */
  async run(person: Person, text: string): Promise<OwnerOutcome | undefined> {
    const { owners } = this.#context.settings;
    const { platform, platformId } = person;
    const command = splitCommand(text);
    if (command === undefined || !owners.includes(`${platform}:${platformId}`)) return undefined;
    const { name, rest } = command;
    if (name === 'stats') return this.#statistics();
    if (name === 'block' || name === 'unblock') return this.#block(platform, name, rest);
    if (name === 'announce') return this.#announce(platform, rest);
    return undefined;
  }

  async #statistics(): Promise<OwnerOutcome> {
    const { storage, clock, generator } = this.#context;
    const counts = await storage.owner.statistics(clock());
    const waiting = 'health' in generator ? (generator as Watched).health().waiting : undefined;
    return { kind: 'stats', ...counts, waiting, uptimeMinutes: Math.floor(process.uptime() / 60) };
  }

  async #block(platform: Platform, name: 'block' | 'unblock', rest: string): Promise<OwnerOutcome> {
    const [, kind, platformId] = /^(person|server) +(-?\d{1,20})$/.exec(rest) ?? [];
    if (kind === undefined || platformId === undefined) return { kind: 'usage' };
    const { storage, clock, log } = this.#context;
    const block = { platform, kind, platformId };
    if (name === 'block') await storage.owner.block(block, clock());
    else if (!(await storage.owner.unblock(block))) return { kind: 'not-blocked', id: platformId };
    log.info(block, name === 'block' ? 'blocked by the owner' : 'let in again by the owner');
    return { kind: name === 'block' ? 'blocked' : 'unblocked', id: platformId };
  }

  async #announce(platform: Platform, text: string): Promise<OwnerOutcome> {
    if (text === '' || text.length > LONGEST_ANNOUNCEMENT) return { kind: 'usage' };
    const { storage, clock } = this.#context;
    const since = new Date(clock().getTime() - ANNOUNCE_WITHIN_MS);
    const channels = await storage.owner.latestChannels(platform, since);
    return { kind: 'announce', text, channelIds: channels.map(({ channelId }) => channelId) };
  }
}

interface Watched {
  health(): { readonly waiting: number };
}
