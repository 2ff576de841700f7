import type { Person } from '../people/person.js';
import type { PictureShelf } from './picture-shelf.js';
import type { DrawingOptions, Picture, Portrait, PortraitId, Portraits } from './portrait.js';
import type { PortraitAccess } from './portrait-access.js';
import type { PortraitStudio } from './portrait-studio.js';
import { toPortrait } from './portrait-view.js';

/** Single portraits for those who may see them. */
export class PortraitService implements Portraits {
  readonly #access: PortraitAccess;
  readonly #shelf: PictureShelf;
  readonly #studio: PortraitStudio;

  constructor(access: PortraitAccess, shelf: PictureShelf, studio: PortraitStudio) {
    this.#access = access;
    this.#shelf = shelf;
    this.#studio = studio;
  }

  async get(person: Person, id: PortraitId): Promise<Portrait> {
    return toPortrait(await this.#access.getVisible(person, id), this.#studio.layout);
  }

  async picture(person: Person, id: PortraitId, options?: DrawingOptions): Promise<Picture> {
    return this.#shelf.picture(await this.#access.getVisible(person, id), person, options);
  }
}
