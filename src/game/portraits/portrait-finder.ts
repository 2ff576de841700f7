import { NotAllowedError, NotFoundError } from '../../errors/app-error.js';
import type { PortraitRecord, PostRecord } from '../../storage/records.js';
import { findFavorite } from '../favorites/favorite-reference.js';
import type { GameContext } from '../game-context.js';
import type { Person, Location } from '../people/person.js';
import type { PortraitAccess } from './portrait-access.js';
import type { PortraitRenderer } from './portrait-renderer.js';
import type { PortraitReference } from './portrait-reference.js';

/** How a subject is looked at. */
export interface FindOptions {
  readonly person: Person;
  readonly where?: Location | undefined;
  /** A half of a blend, which needs its asker's leave where it is somebody else's. */
  readonly isPartner?: boolean;
}

/** A portrait, and whether it is only known from its code so far. */
export interface FoundPortrait {
  readonly record: PortraitRecord;
  readonly isStored: boolean;
}

/** Finds the portrait that a command is about, and whether the person may use it. */
export class PortraitFinder {
  readonly #context: GameContext;
  readonly #access: PortraitAccess;
  readonly #renderer: PortraitRenderer;

  constructor(context: GameContext, access: PortraitAccess, renderer: PortraitRenderer) {
    this.#context = context;
    this.#access = access;
    this.#renderer = renderer;
  }

  /** @throws NotFoundError, NotAllowedError, UserInputError about a share code */
  async find(reference: PortraitReference, question: FindOptions): Promise<FoundPortrait> {
    if ('code' in reference) return this.#readCode(reference.code, question);
    return { record: await this.#findRecord(reference, question), isStored: true };
  }

  async #findRecord(
    reference: Exclude<PortraitReference, { readonly code: string }>,
    question: FindOptions,
  ): Promise<PortraitRecord> {
    const { person, where, isPartner = false } = question;
    if ('favorite' in reference) {
      const { favorites } = this.#context.storage;
      const { portrait } = await findFavorite(favorites, person, reference.favorite);
      if (isPartner) await this.#access.expectOpen(person, portrait);
      return portrait;
    }
    if ('portraitId' in reference) {
      return isPartner
        ? this.#access.getPartner(person, reference.portraitId, where)
        : this.#access.getVisible(person, reference.portraitId);
    }
    const { posts } = this.#context.storage;
    const post = await ('postId' in reference
      ? posts.findById(reference.postId)
      : posts.find(reference.post));
    if (!post) {
      throw new NotFoundError('post-not-found', 'expected a message that shows portraits');
    }
    return this.#findOnPost(post, reference.place ?? 1, question);
  }

  async #findOnPost(
    post: PostRecord,
    place: number,
    { person, where, isPartner = false }: FindOptions,
  ): Promise<PortraitRecord> {
    const isAsker = post.askerId === person.id;
    if (post.isPrivate && !isAsker) {
      throw new NotAllowedError('not-yours', 'expected a post that the person can see');
    }
    const record = await this.#access.getAtPlace(post, place);
    return isPartner && !isAsker ? this.#access.getPartner(person, record.id, where) : record;
  }

  async #readCode(
    code: string,
    { person, isPartner = false }: FindOptions,
  ): Promise<FoundPortrait> {
    const record = this.#renderer.make(person.id, this.#renderer.draftFromCode(code));
    if (isPartner) await this.#access.expectOpen(person, record);
    return { record, isStored: false };
  }
}
