import { NotAllowedError } from '../../errors/app-error.js';
import { buildExport } from './export-archive.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import { personNotFound } from '../people/person-not-found.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { ErasureRequest, ExportResult, PrivacySettings } from './privacy.js';
import { createId } from '../random-id.js';

const DEFAULT_EXPORT_BYTES = 9_000_000;
const ERASURE_MS = 15 * 60_000;

/** People's decisions about their own data. */
export class PrivacyService {
  readonly #context: GameContext;
  readonly #pictureCache: PictureCache;

  constructor(context: GameContext, pictureCache: PictureCache) {
    this.#context = context;
    this.#pictureCache = pictureCache;
  }

  /** As stored now, not as the person was met; somebody forgotten allows nothing. */
  async settings(person: Person): Promise<PrivacySettings> {
    const found = await this.#context.storage.people.find(person.id);
    return { allowsBlending: found?.allowsBlending ?? false };
  }

  /**
   * Sets what is given, gives all of it.
   * @throws NotFoundError `person-not-found` (forgotten
   * meanwhile)
   */
  async change(person: Person, settings: Partial<PrivacySettings>): Promise<PrivacySettings> {
    const changed = await this.#context.storage.people.update(person.id, settings);
    if (changed) return { allowsBlending: changed.allowsBlending };
    throw personNotFound();
  }

  /** `maxBytes` bounds each file, default 9,000,000 (below every platform's upload limit). */
  async export(
    person: Person,
    { maxBytes = DEFAULT_EXPORT_BYTES }: { readonly maxBytes?: number } = {},
  ): Promise<ExportResult> {
    return buildExport(this.#context, { person, pictureCache: this.#pictureCache, maxBytes });
  }

  /** Nothing is erased yet; asking again replaces the token. */
  async requestErasure(person: Person): Promise<ErasureRequest> {
    const { storage, clock } = this.#context;
    const token = createId();
    const expiresAt = new Date(clock().getTime() + ERASURE_MS);
    await storage.people.requestErasure(person.id, token, expiresAt);
    return { token, expiresAt, ...(await storage.people.countBelongings(person.id)) };
  }

  /**
   * Erases for good: favourites, posts, conversations, and every portrait nobody else keeps; what
   * others keep stays without the person and without their words.
   * @throws NotAllowedError `confirmation-expired` (wrong, used or too old)
   */
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
