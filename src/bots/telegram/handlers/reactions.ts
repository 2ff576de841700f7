import type { MessageReactionUpdated } from 'telegraf/types';
import type { KeepTarget } from '../../../game/favorites/favorite.js';
import type { Post } from '../../../game/posts/post.js';
import { resolveCaller, placeOf } from '../caller.js';
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
   * those on messages that are no posts, do nothing. @throws what `Favorites` throws
   */
  async handle(reaction: MessageReactionUpdated): Promise<void> {
    // Anonymous administrators react as the chat itself: nobody to keep anything for.
    if (reaction.user === undefined) return;
    const was = keeps(reaction.old_reaction);
    const is = keeps(reaction.new_reaction);
    if (was === is) return;
    const post = await findPost(this.#context, reaction.chat.id, reaction.message_id);
    if (post === undefined) return;
    const caller = await resolveCaller(this.#context, reaction.user, placeOf(reaction.chat));
    this.#context.work.start(() => this.#context.menus.offer(caller));
    const { favorites } = this.#context.game;
    const lines: string[] = [];
    for (const target of targetsOn(post)) {
      const result = is
        ? await favorites.react(caller.person, target)
        : await favorites.unreact(caller.person, target, async () => true);
      if (result.outcome !== 'kept' && result.outcome !== 'dropped') continue;
      const { number } = result.favorite;
      const key = result.outcome === 'kept' ? 'kept' : 'droppedNumber';
      lines.push(caller.t(`common:favourite.${key}`, { number }));
    }
    // In a group the reaction itself is answer enough; a line for each would flood it.
    if (caller.place.isGroup || lines.length === 0) return;
    const replyTo = reaction.message_id;
    this.#context.work.start(async () => {
      await sendWords(this.#context, caller.place, { lines, replyTo });
    });
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
