import { NotAllowedError, NotFoundError } from '../../errors/app-error.js';
import type { PortraitRecord, PostRecord } from '../../storage/records.js';
import { findFavorite } from '../favorites/favorite-reference.js';
import type { GameContext } from '../game-context.js';
import type { Person, Whereabouts } from '../people/person.js';
import type { PortraitAccess } from './portrait-access.js';
import type { PortraitStudio } from './portrait-studio.js';
import type { Subject } from './subject.js';

/** How a subject is looked at. */
export interface SubjectQuestion {
  readonly person: Person;
  readonly where?: Whereabouts | undefined;
  /** The other half of a blend, which may be somebody else's. */
  readonly isPartner?: boolean;
}

/** A portrait, and whether it is only known from its code so far. */
export interface FoundSubject {
  readonly record: PortraitRecord;
  readonly isStored: boolean;
}

/** Finds the portrait that a command is about, and whether the person may use it. */
export class SubjectFinder {
  readonly #context: GameContext;
  readonly #access: PortraitAccess;
  readonly #studio: PortraitStudio;

  constructor(context: GameContext, access: PortraitAccess, studio: PortraitStudio) {
    this.#context = context;
    this.#access = access;
    this.#studio = studio;
  }

  /** @throws NotFoundError, NotAllowedError, UserInputError about a share code */
  async find(subject: Subject, question: SubjectQuestion): Promise<FoundSubject> {
    if ('code' in subject) return this.#readCode(subject.code, question.person);
    return { record: await this.#findRecord(subject, question), isStored: true };
  }

  async #findRecord(
    subject: Exclude<Subject, { readonly code: string }>,
    question: SubjectQuestion,
  ): Promise<PortraitRecord> {
    const { person, where, isPartner = false } = question;
    if ('favorite' in subject) {
      const { favorites } = this.#context.storage;
      return (await findFavorite(favorites, person, subject.favorite)).portrait;
    }
    if ('portraitId' in subject) {
      return isPartner
        ? this.#access.getPartner(person, subject.portraitId, where)
        : this.#access.getOwn(person, subject.portraitId);
    }
    const { posts } = this.#context.storage;
    const post = await ('postId' in subject
      ? posts.findById(subject.postId)
      : posts.find(subject.post));
    if (!post) {
      throw new NotFoundError('post-not-found', 'expected a message that shows portraits');
    }
    return this.#findOnPost(post, subject.place ?? 1, question);
  }

  async #findOnPost(
    post: PostRecord,
    place: number,
    { person, where, isPartner = false }: SubjectQuestion,
  ): Promise<PortraitRecord> {
    const isAsker = post.askerId === person.id;
    if (post.isPrivate && !isAsker) {
      throw new NotAllowedError('not-yours', 'expected a post that the person can see');
    }
    const record = await this.#access.getAtPlace(post, place);
    if (isAsker || (await this.#access.isOwn(person, record))) return record;
    if (isPartner) return this.#access.getPartner(person, record.id, where);
    throw new NotAllowedError('not-yours', 'expected a portrait that the person keeps');
  }

  #readCode(code: string, person: Person): FoundSubject {
    const sketch = {
      ...this.#studio.readCode(code),
      origin: 'redraw' as const,
      description: '',
      named: [],
      parentIds: [],
    };
    return { record: this.#studio.make(person.id, sketch), isStored: false };
  }
}
