import type { MessageReactionUpdated } from 'telegraf/types';
import { StorageError } from '../../../errors/app-error.js';
import type { KeepResult, KeepTarget, UnkeepResult } from '../../../game/favorites/favorite.js';
import type { Post } from '../../../game/posts/post.js';
import { resolveCaller, placeOf, type Caller, type Speaker } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { mainPlace } from './find-portrait.js';
import { findPost } from './find-post.js';
import { sendWords } from '../sending/delivery.js';

/** Reactions that say "I like it". Telegram offers no numbers, so on a grid they mean all of it. */
const KEEPING: ReadonlySet<string> = new Set(
  ['❤', '❤‍🔥', '🔥', '👍', '😍', '🥰', '🤩', '💘', '🎉', '💯', '🏆', '😘'].map(plain),
);

/** Hearts on posts: setting one keeps, taking the last one away lets go. */
export class Reactions {
  readonly #context: TelegramContext;

  constructor(context: TelegramContext) {
    this.#context = context;
  }

  /**
   * Keeps or lets go what the post shows, and says so in private chats alone. Other emoji, and
   * those on messages that are no posts, do nothing. `isAgain`: it may have been done before and not
   * been told. @throws what `Favorites` throws
   */
  async handle(reaction: MessageReactionUpdated, isAgain: boolean): Promise<void> {
    // Anonymous administrators react as the chat itself.
    const from: Speaker | undefined = reaction.user ?? reaction.actor_chat;
    if (from === undefined) return;
    const was = keeps(reaction.old_reaction);
    const is = keeps(reaction.new_reaction);
    if (was === is) return;
    const post = await findPost(this.#context, reaction.chat.id, reaction.message_id);
    if (post === undefined) {
      const isEarly = this.#context.pendingPosts.isUnrecorded(
        reaction.chat.id,
        reaction.message_id,
      );
      // It comes again, when the database may be back.
      if (isEarly) throw new StorageError('storage-unreachable', 'the post is not recorded yet');
      return;
    }
    const caller = await resolveCaller(this.#context, from, placeOf(reaction.chat));
    this.#context.work.start(() => this.#context.menus.offer(caller));
    const { favorites } = this.#context.game;
    const lines: string[] = [];
    for (const target of targetsOn(post)) {
      const result = is
        ? await favorites.react(caller.person, target)
        : await favorites.unreact(caller.person, target, async () => true);
      const line = lineOf(caller, result, isAgain);
      if (line !== undefined) lines.push(line);
    }
    // In a group the reaction itself is answer enough; a line for each would flood it.
    if (caller.place.isGroup || lines.length === 0) return;
    const replyTo = reaction.message_id;
    this.#context.work.start(async () => {
      await sendWords(this.#context, caller.place, { lines, replyTo });
    });
  }
}

function lineOf(
  { t }: Caller,
  result: KeepResult | UnkeepResult,
  isAgain: boolean,
): string | undefined {
  switch (result.outcome) {
    case 'kept':
      return t('common:favourite.kept', { number: result.favorite.number });
    case 'dropped':
      return t('common:favourite.droppedNumber', { number: result.favorite.number });
    case 'already-kept':
      return isAgain ? t('common:favourite.kept', { number: result.favorite.number }) : undefined;
    case 'not-kept':
      return isAgain ? t('common:favourite.unkept') : undefined;
    case 'stays':
    case 'no-post':
      return undefined;
  }
}

function targetsOn(post: Post): KeepTarget[] {
  if (post.kind === 'strip') return [{ postId: post.id, place: mainPlace(post) }];
  return post.portraitIds.map((_, index) => ({ postId: post.id, place: index + 1 }));
}

function keeps(reactions: MessageReactionUpdated['new_reaction']): boolean {
  return reactions.some((each) => each.type === 'emoji' && KEEPING.has(plain(each.emoji)));
}

/** Without the sign that asks for a coloured picture: clients differ in sending it. */
function plain(emoji: string): string {
  return emoji.replaceAll('\uFE0F', '');
}
