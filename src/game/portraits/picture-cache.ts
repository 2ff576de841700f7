import type { PictureRecord, PortraitRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import type { DrawingOptions, Picture } from './portrait.js';
import type { PortraitRenderer } from './portrait-renderer.js';
import { toPicture } from './portrait-view.js';

const FULL_SIZE_PX = 256;
const THUMBNAIL_SIZE_PX = 64;

/** Pictures of stored portraits: read where they are stored, drawn again where they are not. */
export class PictureCache {
  readonly #context: GameContext;
  readonly #renderer: PortraitRenderer;
  readonly #pending = new Map<string, Promise<void>>();

  constructor(context: GameContext, renderer: PortraitRenderer) {
    this.#context = context;
    this.#renderer = renderer;
  }

  /**
   * Stores what it had to draw, if nothing is stored at that size; a failure to store is only
   * logged. Throws what drawing throws, and UserInputError `model-not-installed`.
   */
  async picture(
    record: PortraitRecord,
    person: Person,
    drawing: DrawingOptions = {},
  ): Promise<Picture> {
    const { sizePx = FULL_SIZE_PX, format = 'webp' } = drawing;
    const stored = await this.#context.storage.portraits.findPicture(record.id, sizePx);
    if (stored?.format === format) return toPicture(stored.bytes, format, record.id);
    const bytes = await this.#draw(record, person, drawing);
    if (!stored) await this.#save(record, { sizePx, format, bytes });
    return toPicture(bytes, format, record.id);
  }

  /** 64x64 WebP of each, in order. */
  async thumbnails(
    records: readonly PortraitRecord[],
    person: Person,
  ): Promise<readonly Picture[]> {
    const ids = records.map(({ id }) => id);
    const stored = await this.#context.storage.portraits.findPictures(ids, THUMBNAIL_SIZE_PX);
    return Promise.all(
      records.map(async (record) => {
        const found = stored.get(record.id);
        if (found?.format === 'webp') return toPicture(found.bytes, 'webp', record.id);
        return this.picture(record, person, { sizePx: THUMBNAIL_SIZE_PX });
      }),
    );
  }

  /**
   * Keeps the picture of a favourite, whatever model comes later. Drawing what is missing happens
   * behind the confirmation: a favourite is one once its row is stored, and the picture can be drawn
   * again at any time.
   */
  secure(record: PortraitRecord, person: Person): void {
    // Fifty hearts on one post draw it once.
    if (this.#pending.has(record.id)) return;
    const work = this.#drawMissing(record, person).catch((error: unknown) => {
      this.#context.log.warn(
        { portrait: record.id, err: error },
        'could not store the picture of a favourite; it is drawn when next shown',
      );
    });
    this.#pending.set(
      record.id,
      work.finally(() => this.#pending.delete(record.id)),
    );
  }

  /** Waits for what {@link secure} began. */
  async settle(): Promise<void> {
    await Promise.all(this.#pending.values());
  }

  async #drawMissing(record: PortraitRecord, person: Person): Promise<void> {
    const { portraits } = this.#context.storage;
    for (const sizePx of [FULL_SIZE_PX, THUMBNAIL_SIZE_PX] as const) {
      if (await portraits.findPicture(record.id, sizePx)) continue;
      const bytes = await this.#draw(record, person, { sizePx });
      await portraits.savePicture(record.id, { sizePx, format: 'webp', bytes });
    }
  }

  async #draw(
    record: PortraitRecord,
    person: Person,
    drawing: DrawingOptions,
  ): Promise<Uint8Array> {
    const [bytes] = await this.#renderer.draw([record], { person, drawing });
    return bytes ?? new Uint8Array();
  }

  /** A picture that cannot be stored is still shown. */
  async #save(record: PortraitRecord, picture: PictureRecord): Promise<void> {
    await this.#context.storage.portraits
      .savePicture(record.id, picture)
      .catch((error: unknown) => {
        this.#context.log.warn({ portrait: record.id, err: error }, 'could not store a picture');
      });
  }
}
