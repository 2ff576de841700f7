import type {
  EndlessRunRecord,
  FavoriteRecord,
  NewPortrait,
  PersonRecord,
  PictureRecord,
  PortraitRecord,
  PostRecord,
  Showing,
  PullRecord,
  ServerSettingsRecord,
} from './records.js';

/** The outcome of an erasure request. */
export type ErasureOutcome = 'erased' | 'not-confirmed';

/** The people who play. */
export interface PersonStore {
  /** One record a platform id, however many ask at once; `now` is when a new one was first met. */
  findOrCreate(platform: string, platformId: string, now: Date): Promise<PersonRecord>;
  /** Undefined: never met, or erased. */
  find(id: number): Promise<PersonRecord | undefined>;
  /** As {@link find}, by a platform's own id. */
  findOn(platform: string, platformId: string): Promise<PersonRecord | undefined>;
  /** Undefined when the person is gone. */
  update(
    id: number,
    change: { readonly language?: string | null; readonly allowsBlending?: boolean },
  ): Promise<PersonRecord | undefined>;
  /**
   * Counts of what {@link erase} deletes; `portraits` includes those that others keep and that therefore
   * stay.
   */
  countBelongings(
    id: number,
  ): Promise<{ readonly favorites: number; readonly portraits: number; readonly posts: number }>;
  /**
   * Erases nothing: sets the token that {@link erase} takes until `expiresAt`, replacing an earlier
   * one.
   */
  requestErasure(id: number, token: string, expiresAt: Date): Promise<void>;
  /**
   * All or nothing; what others keep stays without the person, the words and the picture files.
   * Traces in files beside the database last until {@link Storage.compact}.
   */
  erase(id: number, token: string, now: Date): Promise<ErasureOutcome>;
  /**
   * Drops at most `limit` people that nothing is stored of and that were met before: no setting, nothing
   * drawn, kept or posted. Says how many.
   */
  sweep(before: Date, limit: number): Promise<number>;
}

/** Portraits and pulls. */
export interface PortraitStore {
  /**
   * All of it or nothing. Ids that are stored already are left as they are. `forgotten`: whom they
   * were drawn for is erased, and nothing was stored.
   */
  add(portraits: readonly NewPortrait[], pull?: PullRecord): Promise<'added' | 'forgotten'>;
  /** Undefined: never stored, swept away or erased. */
  find(id: string): Promise<PortraitRecord | undefined>;
  /** Unordered; missing ones are left out. */
  findMany(ids: readonly string[]): Promise<readonly PortraitRecord[]>;
  /** Drawn for the person, newest first, from `offset`. */
  listOwn(personId: number, offset: number, limit: number): Promise<readonly PortraitRecord[]>;
  /** True if the face of this code was also drawn for others than the person, who let nobody blend. */
  isClosed(code: string, personId: number): Promise<boolean>;
  /** How many {@link listOwn} gives in all. */
  countOwn(personId: number): Promise<number>;
  /**
   * In the format that it was saved in; undefined when it is not stored with this side, in pixels.
   */
  findPicture(portraitId: string, sizePx: number): Promise<PictureRecord | undefined>;
  /** Of whatever side. */
  findLargestPicture(portraitId: string): Promise<PictureRecord | undefined>;
  /** By portrait id, in one query; portraits without a stored picture of this side are left out. */
  findPictures(
    portraitIds: readonly string[],
    sizePx: number,
  ): Promise<ReadonlyMap<string, PictureRecord>>;
  /** Does nothing when the portrait is gone. */
  savePicture(portraitId: string, picture: PictureRecord): Promise<void>;
  /** Undefined: never stored, or its person is erased. {@link sweepPulls} drops old ones. */
  findPull(id: string): Promise<PullRecord | undefined>;
  /**
   * Deletes at most `limit` portraits that were drawn before and that nobody keeps or has dropped
   * since; says how many.
   */
  sweep(before: Date, limit: number): Promise<number>;
  /** Drops pulls from before that no post and no endless run repeats; says how many. */
  sweepPulls(before: Date): Promise<number>;
}

/** Exactly one of a person's favourites. */
export type FavoriteKey =
  { readonly number: number } | { readonly nameKey: string } | { readonly portraitId: string };

/** Which favourites, and which stretch of them. */
export interface FavoriteFilter {
  readonly numbers?: readonly number[];
  readonly tag?: string;
  readonly order: 'newest' | 'oldest' | 'name';
  readonly offset: number;
  readonly limit: number;
}

/** A favourite as far as a search reads it. */
export interface SearchableFavorite {
  readonly number: number;
  readonly name: string | null;
  readonly portrait: Pick<PortraitRecord, 'description' | 'phi' | 'modelId' | 'modelVersion'>;
}

/** Favourites. */
export interface FavoriteStore {
  /**
   * Once per person and portrait, however often and at once it is called. What a reaction kept before
   * is firm from now on; what was dropped within the retention gets its number, name and tags back.
   * Undefined: no such portrait, or no such person any more.
   */
  keep(
    personId: number,
    portraitId: string,
    now: Date,
  ): Promise<{ readonly isNew: boolean; readonly favorite: FavoriteRecord } | undefined>;
  /** The dropped favourite; undefined if there was none. */
  drop(personId: number, key: FavoriteKey, now: Date): Promise<FavoriteRecord | undefined>;
  /** As {@link keep}, until {@link dropReaction}; what is firm stays firm. */
  keepReaction(
    personId: number,
    portraitId: string,
    now: Date,
  ): Promise<{ readonly isNew: boolean; readonly favorite: FavoriteRecord } | undefined>;
  /** As {@link drop}, but only what a reaction kept and what has neither name nor tags. */
  dropReaction(
    personId: number,
    portraitId: string,
    now: Date,
  ): Promise<FavoriteRecord | undefined>;
  /**
   * A `nameKey` is compared as it is, so it must be folded. Undefined: the person has no such one.
   */
  find(personId: number, key: FavoriteKey): Promise<FavoriteRecord | undefined>;
  /**
   * `total` counts all that the filter lets through, also outside the stretch. By name: unnamed
   * ones last.
   */
  list(
    personId: number,
    filter: FavoriteFilter,
  ): Promise<{ readonly favorites: readonly FavoriteRecord[]; readonly total: number }>;
  /** Numbers and names of all, newest first. */
  listNames(
    personId: number,
  ): Promise<readonly { readonly number: number; readonly name: string | null }[]>;
  /** Number of favourites that a search looks at, newest first. */
  listSearchable(personId: number): Promise<readonly SearchableFavorite[]>;
  /** Number of each of the portraits that the person keeps, by portrait id. */
  findNumbers(
    personId: number,
    portraitIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  /**
   * Null takes the name away. `taken`: another of the person’s has the key; `missing`: no such
   * number.
   */
  rename(
    personId: number,
    number: number,
    name: { readonly name: string; readonly nameKey: string } | null,
  ): Promise<'renamed' | 'taken' | 'missing'>;
  /** Replaces all tags at once; each may stand in the list only once. `missing`: no such number. */
  setTags(personId: number, number: number, tags: readonly string[]): Promise<'set' | 'missing'>;
  /** Most used first. */
  listTags(personId: number, limit: number): Promise<readonly string[]>;
  /** How many the person keeps now. Numbers may be higher: none is given out twice. */
  count(personId: number): Promise<number>;
}

/** A message on a platform. */
export interface MessageAddress {
  readonly platform: string;
  readonly channelId: string;
  readonly messageId: string;
}

/** Which message shows which portraits. */
export interface PostStore {
  /**
   * Gives the post that already stands at the same address, if there is one. Undefined: its asker is
   * erased, and nothing was stored.
   */
  add(post: PostRecord): Promise<PostRecord | undefined>;
  /** Undefined when the post is gone, also with its asker. */
  publish(
    id: string,
    at: {
      readonly channelId: string;
      readonly messageId: string;
      readonly serverId: string | null;
    },
  ): Promise<PostRecord | undefined>;
  /** Undefined: none of ours, not published yet, or removed. */
  find(address: MessageAddress): Promise<PostRecord | undefined>;
  /** Also one that is not published yet. Undefined when it is gone. */
  findById(id: string): Promise<PostRecord | undefined>;
  /** Keeps the post's portraits. Does nothing if the post is gone. */
  remove(id: string): Promise<void>;
  /**
   * As {@link remove}, for messages that their platform no longer has; harmless for foreign ones.
   */
  removeAt(address: MessageAddress): Promise<void>;
  /** True if a post of the pull stands where everybody sees it. */
  isPullShown(pullId: string): Promise<boolean>;
  /** Posts that show the portrait and that the person may see, newest first, at most 50. */
  findShowings(portraitId: string, personId: number): Promise<readonly Showing[]>;
  /** Forgets at most `limit` posts from before; what they show stays. Says how many. */
  sweep(before: Date, limit: number): Promise<number>;
}

/** The rules that servers made for themselves. */
export interface ServerStore {
  /** Undefined where nothing was ever set: the game’s defaults hold. */
  find(platform: string, serverId: string): Promise<ServerSettingsRecord | undefined>;
  /** Replaces every setting; null stands for the game’s default. */
  save(platform: string, serverId: string, settings: ServerSettingsRecord): Promise<void>;
  /**
   * Settings and posts move to the new id; what was set there already stands. Each post stays the one
   * at its message: where the server is its own channel, the new one numbers its messages afresh.
   */
  move(platform: string, fromId: string, toId: string): Promise<void>;
  /**
   * Drops the server’s settings and posts, both or neither; the portraits stay. Harmless when
   * repeated.
   */
  remove(platform: string, serverId: string): Promise<void>;
}

/** The person and channel of a conversation. */
export interface ConversationAddress {
  readonly platform: string;
  readonly channelId: string;
  readonly platformId: string;
}

/** State kept between two messages of a conversation. */
export interface ConversationStore {
  /** JSON; undefined when there is none or it has expired. */
  find(address: ConversationAddress, now: Date): Promise<string | undefined>;
  /** Replaces what was there. `state` is JSON, and is no longer found from `expiresAt` on. */
  save(address: ConversationAddress, state: string, expiresAt: Date): Promise<void>;
  /** Harmless when there is none. */
  remove(address: ConversationAddress): Promise<void>;
  /** Clears out what {@link find} does not give any more; says how many. */
  removeExpired(now: Date): Promise<number>;
}

/** An event as a platform numbers it. */
export interface UpdateAddress {
  readonly platform: string;
  readonly account: string;
  readonly updateId: string;
}

/** An update to handle again, and the lease on it. */
export interface UpdateHold {
  readonly content: string;
  readonly until: Date;
}

/** An event that was begun and not finished. */
export interface HeldUpdate {
  readonly updateId: string;
  readonly content: string;
  /** How often its handling began. */
  readonly tries: number;
}

/** Which events have come, so that each is handled once and none is lost. */
export interface UpdateStore {
  /** True for exactly one caller. Without a hold the update counts as finished at once. */
  claim(update: UpdateAddress, now: Date, hold?: UpdateHold): Promise<boolean>;
  /** Counts one more try, where the update is not finished. */
  begin(update: UpdateAddress): Promise<void>;
  /** Holds those of the updates longer (or no longer) that are not finished, however many. */
  hold(updates: readonly UpdateAddress[], until: Date): Promise<void>;
  /** As {@link hold}, and takes back one {@link begin}. */
  putBack(updates: readonly UpdateAddress[], until: Date): Promise<void>;
  /** Forgets what the update said, but not that it came. Harmless when repeated. */
  finish(update: UpdateAddress): Promise<void>;
  /** Unfinished updates that nobody holds any more, oldest first; each goes to exactly one caller. */
  takeOver(
    bot: Omit<UpdateAddress, 'updateId'>,
    now: Date,
    until: Date,
  ): Promise<readonly HeldUpdate[]>;
  /** Forgets what came before, finished or not, and would take it for new again; says how many. */
  removeBefore(before: Date): Promise<number>;
}

/** A portrait’s picture as a platform stores it. */
export interface RemoteFileAddress {
  readonly platform: string;
  readonly account: string;
  readonly portraitId: string;
  readonly variant: string;
}

/** Ids by which a platform sends a picture again without an upload. */
export interface RemoteFileStore {
  /** The id to send; undefined: the picture has to be uploaded. */
  find(file: RemoteFileAddress): Promise<string | undefined>;
  /** Does nothing when the portrait is gone. */
  save(file: RemoteFileAddress, remoteId: string): Promise<void>;
  /** For an id that the platform no longer takes. Harmless when there is none. */
  remove(file: RemoteFileAddress): Promise<void>;
}

/** How much each may still ask for; shared by all processes. */
export interface AllowanceStore {
  /** When it is whole again, in milliseconds since 1970; undefined: it is whole now. */
  find(key: string): Promise<number | undefined>;
  /** Writes only while the stored value is still `expected` (undefined: none); says whether it did. */
  replace(key: string, expected: number | undefined, next: number): Promise<boolean>;
  /**
   * Drops those that were whole before `time`, in milliseconds since 1970: they limit nobody. Says
   * how many.
   */
  removeBefore(time: number): Promise<number>;
}

/** Endless runs, of which one a person goes on over all processes. */
export interface EndlessRunStore {
  /**
   * `held`: another run of the person is, and not by `run`'s own account and slot. One that nobody
   * holds makes room; if a message announced it, it can still be told of. `forgotten`: the person is
   * erased.
   */
  begin(run: EndlessRunRecord, now: Date): Promise<'begun' | 'held' | 'forgotten'>;
  /**
   * By person: their latest. Also a run that nobody holds any more. Undefined once it has ended.
   */
  find(
    by: { readonly id: string } | { readonly personId: number },
  ): Promise<EndlessRunRecord | undefined>;
  /** False when the run was ended, taken over by another slot, or made room for another run. */
  renew(run: Pick<EndlessRunRecord, 'id' | 'slot'>, change: EndlessRunChange): Promise<boolean>;
  /** Its process learns of it when it next calls {@link renew}. Harmless when repeated. */
  end(id: string): Promise<void>;
  /** Runs of the account that nobody holds any more, and those of the slot: it has just begun. */
  listLoose(account: string, slot: string, now: Date): Promise<readonly EndlessRunRecord[]>;
  /** True for exactly one caller. */
  takeOver(run: EndlessRunRecord, slot: string, heldUntil: Date): Promise<boolean>;
  /** Forgets runs that nobody has held since, and nobody was told of; says how many. */
  removeBefore(before: Date): Promise<number>;
}

/** The mutable part of a run. */
export type EndlessRunChange = Partial<
  Pick<EndlessRunRecord, 'pulled' | 'heldUntil' | 'channelId' | 'messageId'>
>;

/** A person or server of a platform. */
export interface BlockRecord {
  readonly platform: string;
  /** `person` or `server`. */
  readonly kind: string;
  readonly platformId: string;
}

/** Blocks, counts and channels for the owner of the installation alone. */
export interface OwnerStore {
  /** Harmless when repeated. */
  block(block: BlockRecord, now: Date): Promise<void>;
  /** False where there was no such block. */
  unblock(block: BlockRecord): Promise<boolean>;
  /** Which of the two is blocked; the platform's own ids. */
  findBlock(
    platform: string,
    ids: { readonly person: string; readonly server?: string | undefined },
  ): Promise<'person' | 'server' | undefined>;
  /** Counts for the owner; servers are those in which something was posted. */
  statistics(now: Date): Promise<{
    readonly people: number;
    readonly favorites: number;
    readonly pullsOfDay: number;
    readonly blocks: number;
    readonly servers: number;
  }>;
  /** Per server of a platform, the channel of its latest post since then. */
  latestChannels(
    platform: string,
    since: Date,
  ): Promise<readonly { readonly serverId: string; readonly channelId: string }[]>;
}

/**
 * Everything that outlives the process. Every method throws StorageError: `storage-unreachable`
 * (works again by itself once the database is back), `storage-full`, `storage-conflict`,
 * `storage-damaged`, `storage-failed`.
 */
export interface Storage {
  readonly people: PersonStore;
  readonly portraits: PortraitStore;
  readonly favorites: FavoriteStore;
  readonly posts: PostStore;
  readonly servers: ServerStore;
  readonly conversations: ConversationStore;
  readonly updates: UpdateStore;
  readonly remoteFiles: RemoteFileStore;
  readonly allowances: AllowanceStore;
  readonly endlessRuns: EndlessRunStore;
  readonly owner: OwnerStore;
  /**
   * Leaves nothing that was deleted in the files beside the database, and gives its room back. Harmless when
   * repeated.
   */
  compact(): Promise<void>;
  /** Finishes what runs, then closes. Safe to call twice. */
  close(): Promise<void>;
}
