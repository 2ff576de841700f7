import type { GameContext } from '../game-context.js';
import type { Person, Platform } from '../people/person.js';
import { splitCommand } from '../typed-commands/typed-command.js';
import type { Announcer, OwnerOutcome } from './owner.js';

const DAY_MS = 86_400_000;
const ANNOUNCE_WITHIN_MS = 30 * DAY_MS;
const LONGEST_ANNOUNCEMENT = 1000;
/** Those with servers. */
const ANNOUNCED = ['discord', 'telegram'] as const satisfies readonly Platform[];

/** Commands of whoever runs the installation, typed to the bot. */
export class OwnerService {
  readonly #context: GameContext;
  readonly #announcers = new Map<Platform, Announcer>();

  constructor(context: GameContext) {
    this.#context = context;
  }

  /** A platform on which this process can post; the last one given counts. */
  announceBy(platform: Platform, post: Announcer): void {
    this.#announcers.set(platform, post);
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
    if (name === 'announce') return this.#announce(rest);
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

  /** On every platform, in the latest channel of each server. */
  async #announce(text: string): Promise<OwnerOutcome> {
    if (text === '' || text.length > LONGEST_ANNOUNCEMENT) return { kind: 'usage' };
    const { storage, clock } = this.#context;
    const since = new Date(clock().getTime() - ANNOUNCE_WITHIN_MS);
    const counts = await Promise.all(
      ANNOUNCED.map(async (platform) => {
        const channels = await storage.owner.latestChannels(platform, since);
        return { all: channels.length, sent: await this.#post(platform, channels, text) };
      }),
    );
    const sum = (of: 'sent' | 'all'): number =>
      counts.reduce((total, count) => total + count[of], 0);
    return { kind: 'announced', sent: sum('sent'), all: sum('all') };
  }

  /** One after the other: nobody is to wait for their picture because of it. */
  async #post(
    platform: Platform,
    channels: readonly { readonly channelId: string }[],
    text: string,
  ): Promise<number> {
    const post = this.#announcers.get(platform);
    if (post === undefined) return 0;
    let sent = 0;
    for (const { channelId } of channels) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        await post(channelId, text);
        sent += 1;
      } catch (error) {
        this.#context.log.warn({ err: error, platform, channelId }, 'announcement not posted');
      }
    }
    return sent;
  }
}

interface Watched {
  health(): { readonly waiting: number };
}
