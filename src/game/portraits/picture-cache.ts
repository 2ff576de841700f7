import type { PictureRecord, PortraitRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import type { DrawingOptions, Picture, PictureFormat } from './portrait.js';
import { sizePxOf, THUMBNAIL_PX } from './picture-size.js';
import type { PortraitRenderer } from './portrait-renderer.js';
import { toPicture } from './portrait-view.js';

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
   * Stores what it had to draw, if nothing is stored at that size and it is none of the large ones, which
   * are wanted once; a failure to store is only logged. Where the model that drew it is gone, the largest
   * stored picture is what there is. Throws what drawing throws, and UserInputError `model-not-installed`.
   */
  async picture(
    record: PortraitRecord,
    person: Person,
    drawing: DrawingOptions = {},
  ): Promise<Picture> {
    const { size = 'portrait', format = 'webp' } = drawing;
    const layout = this.#renderer.layouts.find(record);
    if (!layout) return this.#findKept(record);
    const sizePx = sizePxOf(size, layout.manifest);
    const stored = await this.#context.storage.portraits.findPicture(record.id, sizePx);
    if (stored?.format === format) return toPicture(stored.bytes, format, record.id);
    const bytes = await this.#draw(record, person, drawing);
    if (!stored && size !== 'large') await this.#save(record, { sizePx, format, bytes });
    return toPicture(bytes, format, record.id);
  }

  /** A small WebP of each, in order. */
  async thumbnails(
    records: readonly PortraitRecord[],
    person: Person,
  ): Promise<readonly Picture[]> {
    const ids = records.map(({ id }) => id);
    const stored = await this.#context.storage.portraits.findPictures(ids, THUMBNAIL_PX);
    return Promise.all(
      records.map(async (record) => {
        const found = stored.get(record.id);
        if (found?.format === 'webp') return toPicture(found.bytes, 'webp', record.id);
        return this.picture(record, person, { size: 'thumbnail' });
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

  /** @throws UserInputError `model-not-installed` where none is stored */
  async #findKept(record: PortraitRecord): Promise<Picture> {
    const kept = await this.#context.storage.portraits.findLargestPicture(record.id);
    if (kept) return toPicture(kept.bytes, kept.format as PictureFormat, record.id);
    throw this.#renderer.layouts.missing({ id: record.modelId, version: record.modelVersion });
  }

  async #drawMissing(record: PortraitRecord, person: Person): Promise<void> {
    const { portraits } = this.#context.storage;
    const { manifest } = this.#renderer.layouts.get(record);
    for (const size of ['portrait', 'thumbnail'] as const) {
      const sizePx = sizePxOf(size, manifest);
      if (await portraits.findPicture(record.id, sizePx)) continue;
      const bytes = await this.#draw(record, person, { size });
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
