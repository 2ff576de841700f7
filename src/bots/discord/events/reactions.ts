import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';
import type {
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import { StorageError } from '../../../errors/app-error.js';
import type { Person } from '../../../game/people/person.js';
import type { Post, PostAddress } from '../../../game/posts/post.js';
import type { DiscordContext } from '../discord-context.js';
import { findPost } from '../actions/find-post.js';
import { mainPlace } from '../views/post-rows.js';
import { sendToPerson } from '../replies/channel-messages.js';
import { untilStored } from '../replies/until-stored.js';
import { hasReacted } from './has-reacted.js';

const hearts = new Set([
  '❤',
  '❤️',
  '🧡',
  '💛',
  '💚',
  '🩵',
  '💙',
  '💜',
  '🤎',
  '🖤',
  '🩶',
  '🤍',
  '🩷',
  '💖',
  '💕',
  '😍',
]);
const keycap = /^(?<digit>\d)\uFE0F?\u20E3$/u;

/** Which place of a post an emoji means; undefined where it means none. */
export function placeOfEmoji(
  emoji: string | null,
  post: Pick<Post, 'kind' | 'portraitIds'>,
): number | undefined {
  const place = numberOf(emoji);
  if (place === undefined) return hearts.has(emoji ?? '') ? mainPlace(post) : undefined;
  return place >= 1 && place <= post.portraitIds.length ? place : undefined;
}

function numberOf(emoji: string | null): number | undefined {
  if (emoji === '🔟') return 10;
  const digit = keycap.exec(emoji ?? '')?.groups?.['digit'];
  return digit === undefined ? undefined : Number(digit);
}

/**
 * As the gateway sends it. discord.js' own events need the channel and, in direct messages, lose
 * reactions on messages from before the start; ids are all that is needed here.
 */
type ReactionEvent =
  | GatewayMessageReactionAddDispatchData
  | (GatewayMessageReactionRemoveDispatchData & { readonly member?: undefined });

interface Deed {
  readonly address: PostAddress;
  readonly emoji: string | null;
  readonly userId: string;
  readonly deed: 'keep' | 'unkeep';
}

const atOnce = 4;

/**
 * A reaction keeps, and its removal drops what it kept; both also on posts from before the last
 * start. Nobody can tell who removed one: a moderator's hand looks like the person's own.
 */
export class ReactionHandler {
  readonly #context: DiscordContext;
  /** Adding and removing in quick succession must be done in that order. */
  readonly #lines = new Map<string, Promise<void>>();
  /** A message that hundreds react to would otherwise hold up what somebody waits for. */
  readonly #queue = new PQueue({ concurrency: atOnce });

  constructor(context: DiscordContext) {
    this.#context = context;
  }

  /**
   * Settles once the reaction is followed, after earlier ones of the same person on the message.
   * Those of bots, and emoji that mean no place, are ignored. Never rejects.
   */
  handle(reaction: ReactionEvent, deed: 'keep' | 'unkeep'): Promise<void> {
    const { emoji, user_id: userId, channel_id: channelId, message_id: messageId } = reaction;
    const isBots = userId === this.#context.client.user?.id || (reaction.member?.user.bot ?? false);
    const isOurs = numberOf(emoji.name) !== undefined || hearts.has(emoji.name ?? '');
    if (isBots || !isOurs) return Promise.resolve();
    const address = { platform: 'discord', channelId, messageId } as const;
    const key = `${userId} ${messageId}`;
    const before = this.#lines.get(key) ?? Promise.resolve();
    const now = before.then(() => this.#do({ address, emoji: emoji.name, userId, deed }));
    this.#lines.set(key, now);
    return now.finally(() => {
      if (this.#lines.get(key) === now) this.#lines.delete(key);
    });
  }

  /** Never throws: a reaction is no question, and only one that kept nothing is told of. */
  async #do(given: Deed): Promise<void> {
    const { address, emoji, userId, deed } = given;
    try {
      await untilStored(this.#context, () => this.#inTurn(() => this.#follow(given)));
    } catch (error) {
      this.#context.log.error({ err: error, ...address, emoji, deed }, 'reaction not followed');
      if (deed === 'keep' && error instanceof StorageError) await this.#tellNotKept(userId);
    }
  }

  /** Leaves the loop to others before each: what answers somebody comes in between. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    return this.#queue.add(async () => {
      await setImmediate();
      await work();
    });
  }

  async #follow({ address, emoji, userId, deed }: Deed): Promise<void> {
    const { people, favorites } = this.#context.game;
    const post = await findPost(this.#context, address);
    const place = post === undefined ? undefined : placeOfEmoji(emoji, post);
    if (post === undefined || place === undefined) return;
    const person = await people.meet({ platform: 'discord', platformId: userId });
    if (deed === 'keep') await favorites.react(person, { postId: post.id, place });
    else await this.#unkeep(person, { post, place, address });
  }

  /** In their own language only where the database says which: it has failed. */
  async #tellNotKept(userId: string): Promise<void> {
    const content = this.#context.messages.t('en', 'discord:notKept');
    await sendToPerson(this.#context, userId, { content }).catch((error: unknown) => {
      this.#context.log.info({ err: error }, 'nobody could be told of a lost reaction');
    });
  }

  async #unkeep(
    person: Person,
    given: { post: Post; place: number; address: PostAddress },
  ): Promise<void> {
    const { post, place, address } = given;
    const isFor = (emoji: string) => placeOfEmoji(emoji, post) === place;
    const isLast = async () =>
      !(await hasReacted(this.#context, { ...address, userId: person.platformId, isFor }));
    await this.#context.game.favorites.unreact(person, { postId: post.id, place }, isLast);
  }
}
