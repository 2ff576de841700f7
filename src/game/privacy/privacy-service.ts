import { NotAllowedError } from '../../errors/app-error.js';
import { buildExport } from './export-archive.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import { personNotFound } from '../people/person-not-found.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { ErasureRequest, ExportResult, Privacy, PrivacySettings } from './privacy.js';
import { createId } from '../random-id.js';

const DEFAULT_EXPORT_BYTES = 9_000_000;
const ERASURE_MS = 15 * 60_000;

/** A person's decisions about their own data. */
export class PrivacyService implements Privacy {
  readonly #context: GameContext;
  readonly #pictureCache: PictureCache;

  constructor(context: GameContext, pictureCache: PictureCache) {
    this.#context = context;
    this.#pictureCache = pictureCache;
  }

  async settings(person: Person): Promise<PrivacySettings> {
    const found = await this.#context.storage.people.find(person.id);
    return { allowsBlending: found?.allowsBlending ?? false };
  }

  async change(person: Person, settings: Partial<PrivacySettings>): Promise<PrivacySettings> {
    const changed = await this.#context.storage.people.update(person.id, settings);
    if (changed) return { allowsBlending: changed.allowsBlending };
    throw personNotFound();
  }

  async export(
    person: Person,
    { maxBytes = DEFAULT_EXPORT_BYTES }: { readonly maxBytes?: number } = {},
  ): Promise<ExportResult> {
    return buildExport(this.#context, { person, pictureCache: this.#pictureCache, maxBytes });
  }

  async requestErasure(person: Person): Promise<ErasureRequest> {
    const { storage, clock } = this.#context;
    const token = createId();
    const expiresAt = new Date(clock().getTime() + ERASURE_MS);
    await storage.people.requestErasure(person.id, token, expiresAt);
    return { token, expiresAt, ...(await storage.people.countBelongings(person.id)) };
  }

  async erase(person: Person, token: string): Promise<void> {
    const { storage, clock } = this.#context;
    // What is still being drawn for a favourite must not be stored after it is erased.
    await this.#pictureCache.settle();
    const outcome = await storage.people.erase(person.id, token, clock());
    if (outcome === 'erased') return this.#compact();
    throw new NotAllowedError(
      'confirmation-expired',
      'expected the newest confirmation, not older than a quarter of an hour, and only once',
    );
  }

  /** The person is erased by now, whatever comes of this; housekeeping does it again. */
  async #compact(): Promise<void> {
    const { storage, log } = this.#context;
    await storage.compact().catch((error: unknown) => {
      log.warn({ err: error }, 'traces of what was erased are left in the log of the database');
    });
  }
}
