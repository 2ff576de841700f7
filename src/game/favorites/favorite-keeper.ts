import { NotAllowedError, NotFoundError } from '../../errors/app-error.js';
import type { PortraitRecord, PostRecord } from '../../storage/records.js';
import type { KeepResult, KeepTarget, UnkeepResult } from './favorite.js';
import { toFavorite } from './favorite-view.js';
import type { GameContext } from '../game-context.js';
import type { Person } from '../people/person.js';
import type { PictureCache } from '../portraits/picture-cache.js';
import type { PortraitAccess } from '../portraits/portrait-access.js';
import type { PortraitRenderer } from '../portraits/portrait-renderer.js';

/** Dependencies of {@link FavoriteKeeper}. */
export interface KeeperParts {
  readonly access: PortraitAccess;
  readonly pictureCache: PictureCache;
  readonly renderer: PortraitRenderer;
}

/** Hearts, number emoji and buttons: keeps and drops, however often, at once, or late they come. */
export class FavoriteKeeper {
  readonly #context: GameContext;
  readonly #parts: KeeperParts;

  constructor(context: GameContext, parts: KeeperParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /**
   * Once, however often it is called; the picture is secured behind the answer.
   * @throws NotFoundError `portrait-not-found`, NotAllowedError `not-yours`, UserInputError
   * `share-code-of-other-model` (swept away, and its model was replaced)
   */
  keep(person: Person, target: KeepTarget): Promise<KeepResult> {
    return this.#keep({ person, target, how: 'keep' });
  }

  /** As {@link keep}, but {@link unreact} takes it back. */
  react(person: Person, target: KeepTarget): Promise<KeepResult> {
    return this.#keep({ person, target, how: 'keepReaction' });
  }

  async #keep(asked: {
    person: Person;
    target: KeepTarget;
    how: 'keep' | 'keepReaction';
  }): Promise<KeepResult> {
    const { person, target, how } = asked;
    const { storage, clock } = this.#context;
    const { access, pictureCache, renderer } = this.#parts;
    const find = (): Promise<PortraitRecord | undefined> =>
      'portraitId' in target
        ? access.getVisible(person, target.portraitId)
        : this.#findOnPost(person, target);
    // Swept away between being found and being kept: found again, it is drawn anew from its code.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const record = await find();
      if (!record) return { outcome: 'no-post' };
      const kept = await storage.favorites[how](person.id, record.id, clock());
      if (!kept) continue;
      pictureCache.secure(record, person);
      const favorite = toFavorite(kept.favorite, renderer.layouts);
      return { outcome: kept.isNew ? 'kept' : 'already-kept', favorite };
    }
    throw new NotFoundError('portrait-not-found', 'the portrait or the person is gone');
  }

  /** Asks for no right to see the target: only what the person keeps can be dropped. */
  async unkeep(person: Person, target: KeepTarget): Promise<UnkeepResult> {
    const portraitId = await this.#findPortraitId(target);
    if (portraitId === undefined) return { outcome: 'no-post' };
    const { storage, clock } = this.#context;
    const dropped = await storage.favorites.drop(person.id, { portraitId }, clock());
    if (!dropped) return { outcome: 'not-kept' };
    return { outcome: 'dropped', favorite: toFavorite(dropped, this.#parts.renderer.layouts) };
  }

  /** Drops what a reaction alone kept, once `isLast` has said that no other stands for it. */
  async unreact(
    person: Person,
    target: KeepTarget,
    isLast: () => Promise<boolean>,
  ): Promise<UnkeepResult> {
    const portraitId = await this.#findPortraitId(target);
    if (portraitId === undefined) return { outcome: 'no-post' };
    const { clock, storage } = this.#context;
    const { favorites } = storage;
    const kept = await favorites.find(person.id, { portraitId });
    if (!kept) return { outcome: 'not-kept' };
    const stays = { outcome: 'stays' } as const;
    const isLoose = kept.byReaction && kept.name === null && kept.tags.length === 0;
    if (!isLoose || !(await isLast())) return stays;
    const dropped = await favorites.dropReaction(person.id, portraitId, clock());
    if (!dropped) return stays;
    return { outcome: 'dropped', favorite: toFavorite(dropped, this.#parts.renderer.layouts) };
  }

  async #findOnPost(
    person: Person,
    target: Exclude<KeepTarget, { readonly portraitId: string }>,
  ): Promise<PortraitRecord | undefined> {
    const post = await this.#findPost(target);
    const place = target.place ?? 1;
    if (!post?.places.some((standing) => standing.place === place)) return undefined;
    if (post.isPrivate && post.askerId !== person.id) {
      throw new NotAllowedError('not-yours', 'expected a post that the person can see');
    }
    return this.#parts.access.getAtPlace(post, place);
  }

  async #findPortraitId(target: KeepTarget): Promise<string | undefined> {
    if ('portraitId' in target) return target.portraitId;
    const post = await this.#findPost(target);
    return post?.places.find(({ place }) => place === (target.place ?? 1))?.portraitId;
  }

  #findPost(
    target: Exclude<KeepTarget, { readonly portraitId: string }>,
  ): Promise<PostRecord | undefined> {
    const { posts } = this.#context.storage;
    return 'postId' in target ? posts.findById(target.postId) : posts.find(target.post);
  }
}
