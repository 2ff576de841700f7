import { NotAllowedError, NotFoundError } from '../../errors/app-error.js';
import type { PortraitRecord, PostRecord, Showing } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import type { Person, Location } from '../people/person.js';
import type { PortraitId } from './portrait.js';
import type { PortraitRenderer } from './portrait-renderer.js';

/**
 * Access rules of portraits:
 * - see it, keep it, and make a new one of it by a change: whoever it was drawn for, whoever keeps it, and
 *   everybody where it was posted openly;
 * - blend it with their own: whoever it was drawn for, whoever keeps it, and whoever is in the channel where
 *   it stands. Where the person it was drawn for closed their faces nobody else may, by whatever way.
 */
export class PortraitAccess {
  readonly #context: GameContext;
  readonly #renderer: PortraitRenderer;

  constructor(context: GameContext, renderer: PortraitRenderer) {
    this.#context = context;
    this.#renderer = renderer;
  }

  /** @throws NotFoundError `portrait-not-found`, NotAllowedError `not-yours` */
  async getVisible(person: Person, id: PortraitId): Promise<PortraitRecord> {
    const { record, showings } = await this.#load(person, id);
    if (showings.length > 0 || (await this.isOwn(person, record))) return record;
    throw notYours();
  }

  /**
   * @throws NotFoundError `portrait-not-found`, NotAllowedError `blend-not-allowed` and `not-yours`
   */
  async getPartner(
    person: Person,
    id: PortraitId,
    where: Location | undefined,
  ): Promise<PortraitRecord> {
    const { record, showings } = await this.#load(person, id);
    await this.expectOpen(person, record, showings);
    if (await this.isOwn(person, record)) return record;
    const isThere = ({ askerId, platform, channelId }: Showing): boolean => {
      const isHere = platform === person.platform && channelId === where?.channelId;
      return askerId === person.id || (channelId !== null && isHere);
    };
    if (showings.some(isThere)) return record;
    throw notYours();
  }

  /**
   * That nobody else whose face it is has closed theirs. A share code, a keeper's copy and an unchanged
   * step of a strip are the same face; one that the person pulled by luck or seed is their own.
   * @throws NotAllowedError `blend-not-allowed`
   */
  async expectOpen(
    person: Person,
    { personId, origin, code }: Pick<PortraitRecord, 'personId' | 'origin' | 'code'>,
    showings: readonly Showing[] = [],
  ): Promise<void> {
    if (personId === person.id && origin === 'pull') return;
    // Swept away and drawn anew from its code, it belongs to nobody: whoever posted it decides.
    const isClosedByAsker = showings.some(
      ({ askerId, askerAllowsBlending }) => askerId !== person.id && !askerAllowsBlending,
    );
    const isClosed =
      (personId === null && isClosedByAsker) ||
      (await this.#context.storage.portraits.isClosed(code, person.id));
    if (!isClosed) return;
    throw new NotAllowedError(
      'blend-not-allowed',
      'expected a portrait whose person allows blending; they can allow it in their privacy settings',
    );
  }

  /**
   * Drawn for the person or kept by them; that it stands on a post of theirs does not count here.
   */
  async isOwn(person: Person, record: PortraitRecord): Promise<boolean> {
    if (record.personId === person.id) return true;
    const kept = await this.#context.storage.favorites.find(person.id, { portraitId: record.id });
    return kept !== undefined;
  }

  /** The portrait at a place of a post, drawn anew from its code where it was swept away. */
  async getAtPlace(post: PostRecord, place: number): Promise<PortraitRecord> {
    const standing = post.places.find((candidate) => candidate.place === place);
    if (!standing) throw notFound();
    const { portraits } = this.#context.storage;
    const found = await portraits.find(standing.portraitId);
    return found ?? this.#restore(standing.portraitId, standing.code);
  }

  async #load(
    person: Person,
    id: PortraitId,
  ): Promise<{ record: PortraitRecord; showings: readonly Showing[] }> {
    const { portraits, posts } = this.#context.storage;
    const showings = await posts.findShowings(id, person.id);
    const found = await portraits.find(id);
    if (found) return { record: found, showings };
    const code = showings[0]?.code;
    if (code === undefined) throw notFound();
    return { record: await this.#restore(id, code), showings };
  }

  /** Keeps the old id, so that buttons and reactions on the post still work. */
  async #restore(id: PortraitId, code: string): Promise<PortraitRecord> {
    const portrait = { ...this.#renderer.make(null, this.#renderer.draftFromCode(code)), id };
    await this.#context.storage.portraits.add([{ portrait, pictures: [] }]);
    return portrait;
  }
}

function notYours(): NotAllowedError {
  return new NotAllowedError(
    'not-yours',
    'expected a portrait of the person, one they keep or one on an open post',
  );
}

function notFound(): NotFoundError {
  return new NotFoundError('portrait-not-found', 'expected a portrait that is still stored');
}
