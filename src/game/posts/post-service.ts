import { NotAllowedError, NotFoundError } from '../../errors/app-error.js';
import type { PostRecord } from '../../storage/records.js';
import type { GameContext } from '../game-context.js';
import type { Person, Platform } from '../people/person.js';
import { personNotFound } from '../people/person-not-found.js';
import type { OpenPost, Post, PostAddress, PostKind, PublishedAt } from './post.js';
import { createId } from '../random-id.js';

/**
 * Which portrait stands where. Either `record` after sending, or `open` before sending (the id goes
 * into the buttons) and `publish` after; an opened post that is never published does no harm.
 */
export class PostService {
  readonly #context: GameContext;

  constructor(context: GameContext) {
    this.#context = context;
  }

  /**
   * Before sending. Unless private, its portraits count as shown to everybody from now on.
   * @throws NotFoundError `person-not-found` (forgotten meanwhile)
   */
  open(post: OpenPost): Promise<Post> {
    return this.#add(post);
  }

  /**
   * After sending, in one step. Gives the post that already stands at the address, if there is one.
   * @throws NotFoundError `person-not-found` (forgotten meanwhile)
   */
  record({ at, ...post }: OpenPost & { readonly at: PublishedAt }): Promise<Post> {
    return this.#add(post, at);
  }

  /**
   * Repeating it with the same address is harmless.
   * @throws NotFoundError `post-not-found`
   */
  async publish(postId: string, { channelId, messageId, serverId }: PublishedAt): Promise<Post> {
    const at = { channelId, messageId, serverId: serverId ?? null };
    const published = await this.#context.storage.posts.publish(postId, at);
    if (published) return toPost(published);
    throw postNotFound();
  }

  /** Undefined when the message is none of ours: ignore the event then. */
  async find({ platform, channelId, messageId }: PostAddress): Promise<Post | undefined> {
    const address = { platform, channelId, messageId };
    const found = await this.#context.storage.posts.find(address);
    return found && toPost(found);
  }

  /**
   * By the id in a button, published or not. Undefined: removed, or its asker or server forgotten.
   */
  async findById(postId: string): Promise<Post | undefined> {
    const found = await this.#context.storage.posts.findById(postId);
    return found && toPost(found);
  }

  /**
   * For the delete button: checks the right and forgets the post; the front end deletes the message.
   * @throws NotAllowedError `not-yours`, NotFoundError `post-not-found`
   */
  async remove(command: {
    readonly person: Person;
    readonly postId: string;
    readonly isModerator: boolean;
  }): Promise<Post> {
    const { posts } = this.#context.storage;
    const found = await posts.findById(command.postId);
    if (!found) throw postNotFound();
    if (found.askerId !== command.person.id && !command.isModerator) {
      throw new NotAllowedError('not-yours', 'expected the asker of the post, or a moderator');
    }
    await posts.remove(found.id);
    return toPost(found);
  }

  /** The message was deleted on the platform. Harmless for foreign messages. */
  async forget({ platform, channelId, messageId }: PostAddress): Promise<void> {
    await this.#context.storage.posts.removeAt({ platform, channelId, messageId });
  }

  async #add(post: OpenPost, at?: PublishedAt): Promise<Post> {
    const { storage, clock } = this.#context;
    const ids = post.portraits.map(({ id }) => id);
    const stored = await storage.portraits.findMany(ids);
    const codes = new Map(stored.map(({ id, code }) => [id, code]));
    const record: PostRecord = {
      id: createId(),
      platform: post.person.platform,
      kind: post.kind,
      askerId: post.person.id,
      isPrivate: post.isPrivate ?? false,
      pullId: post.pullId ?? null,
      serverId: at?.serverId ?? null,
      channelId: at?.channelId ?? null,
      messageId: at?.messageId ?? null,
      createdAt: clock(),
      places: ids.map((portraitId, index) => ({
        place: index + 1,
        portraitId,
        code: codes.get(portraitId) ?? '',
      })),
    };
    const added = await storage.posts.add(record);
    if (!added) throw personNotFound();
    return toPost(added);
  }
}

function postNotFound(): NotFoundError {
  return new NotFoundError('post-not-found', 'expected a message that shows portraits');
}

function toPost(record: PostRecord): Post {
  const { id, askerId, isPrivate, pullId, serverId, channelId, messageId } = record;
  return {
    id,
    askerId,
    isPrivate,
    platform: record.platform as Platform,
    kind: record.kind as PostKind,
    portraitIds: record.places.map(({ portraitId }) => portraitId),
    ...(pullId === null ? {} : { pullId }),
    ...(serverId === null ? {} : { serverId }),
    ...(channelId === null ? {} : { channelId }),
    ...(messageId === null ? {} : { messageId }),
  };
}
