import type { Database } from '../database.js';
import type { Prisma } from '../generated/sqlite/client.js';
import type { PostRecord, Showing } from '../records.js';
import { classifyFailure } from '../storage-failure.js';
import type { MessageAddress, PostStore } from '../storage.js';

const WITH_PLACES = {
  places: { orderBy: { place: 'asc' }, omit: { postId: true } },
} as const;

type PostRow = Prisma.PostGetPayload<{ include: typeof WITH_PLACES }>;

/** Enough to find one that stands where the person is. */
const MAX_SHOWINGS = 50;

/** Which portraits stand on which message. */
export class PostTable implements PostStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add({ places, ...post }: PostRecord): Promise<PostRecord | undefined> {
    const data = { ...post, places: { create: places.map((place) => ({ ...place })) } };
    return this.#unlessTaken(post, () =>
      this.#database.run((client) => client.post.create({ data, include: WITH_PLACES })),
    );
  }

  async publish(
    id: string,
    at: {
      readonly channelId: string;
      readonly messageId: string;
      readonly serverId: string | null;
    },
  ): Promise<PostRecord | undefined> {
    const found = await this.findById(id);
    if (!found) return undefined;
    return this.#unlessTaken({ ...found, ...at }, () =>
      this.#database.run((client) =>
        client.post.update({ where: { id }, data: at, include: WITH_PLACES }),
      ),
    );
  }

  async find(address: MessageAddress): Promise<PostRecord | undefined> {
    const where = { platform_channelId_messageId: { ...address } };
    const row = await this.#database.run(({ post }) =>
      post.findUnique({ where, include: WITH_PLACES }),
    );
    return row ?? undefined;
  }

  async findById(id: string): Promise<PostRecord | undefined> {
    const where = { id };
    const row = await this.#database.run(({ post }) =>
      post.findUnique({ where, include: WITH_PLACES }),
    );
    return row ?? undefined;
  }

  async remove(id: string): Promise<void> {
    await this.#database.run(({ post }) => post.deleteMany({ where: { id } }));
  }

  async removeAt(address: MessageAddress): Promise<void> {
    await this.#database.run(({ post }) => post.deleteMany({ where: { ...address } }));
  }

  async isPullShown(pullId: string): Promise<boolean> {
    const found = await this.#database.run(({ post }) =>
      post.findFirst({ where: { pullId, isPrivate: false }, select: { id: true } }),
    );
    return found !== null;
  }

  async findShowings(portraitId: string, personId: number): Promise<readonly Showing[]> {
    const isSeen = { OR: [{ isPrivate: false }, { askerId: personId }] };
    const rows = await this.#database.run(({ postPlace }) =>
      postPlace.findMany({
        where: { portraitId, post: isSeen },
        include: { post: { include: { asker: { select: { allowsBlending: true } } } } },
        orderBy: { post: { createdAt: 'desc' } },
        take: MAX_SHOWINGS,
      }),
    );
    return rows.map(({ code, post }) => ({
      askerId: post.askerId,
      askerAllowsBlending: post.asker.allowsBlending,
      platform: post.platform,
      channelId: post.channelId,
      code,
    }));
  }

  async sweep(before: Date, limit: number): Promise<number> {
    const where = { createdAt: { lt: before } };
    return this.#database.transaction(async ({ post }) => {
      const rows = await post.findMany({ where, select: { id: true }, take: limit });
      const { count } = await post.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      return count;
    });
  }

  /**
   * Recording the same message twice is harmless: the first record stands. Undefined where the post
   * or its asker went away meanwhile.
   */
  async #unlessTaken(
    post: Pick<PostRecord, 'platform' | 'channelId' | 'messageId'>,
    write: () => Promise<PostRow>,
  ): Promise<PostRecord | undefined> {
    try {
      return await write();
    } catch (error) {
      const failure = classifyFailure(error);
      if (failure === 'reference') return undefined;
      const { platform, channelId, messageId } = post;
      if (failure !== 'duplicate' || channelId === null || messageId === null) throw error;
      const standing = await this.find({ platform, channelId, messageId });
      if (!standing) throw error;
      return standing;
    }
  }
}
