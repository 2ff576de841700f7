import type { Person } from '../people/person.js';
import type { PictureCache } from './picture-cache.js';
import type { DrawingOptions, Picture, Portrait, PortraitId, Portraits } from './portrait.js';
import type { PortraitAccess } from './portrait-access.js';
import type { PortraitRenderer } from './portrait-renderer.js';
import { toPortrait } from './portrait-view.js';

/** Single portraits for those who may see them. */
export class PortraitService implements Portraits {
  readonly #access: PortraitAccess;
  readonly #pictureCache: PictureCache;
  readonly #renderer: PortraitRenderer;

  constructor(access: PortraitAccess, pictureCache: PictureCache, renderer: PortraitRenderer) {
    this.#access = access;
    this.#pictureCache = pictureCache;
    this.#renderer = renderer;
  }

  async get(person: Person, id: PortraitId): Promise<Portrait> {
    return toPortrait(await this.#access.getVisible(person, id), this.#renderer.layout);
  }

  async picture(person: Person, id: PortraitId, options?: DrawingOptions): Promise<Picture> {
    return this.#pictureCache.picture(await this.#access.getVisible(person, id), person, options);
  }
}
