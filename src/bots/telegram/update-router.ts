import type { Update } from 'telegraf/types';
import { PLATFORM, type BotParts } from './bot-parts.js';
import { Commands } from './commands.js';
import { DrawResults } from './draw-results.js';
import { EndlessPosts } from './endless-posts.js';
import { GuidedBlend } from './guided-blend.js';
import { GuidedChange } from './guided-change.js';
import { InlineMode } from './inline-mode.js';
import { handleMembership } from './memberships.js';
import { Reactions } from './reactions.js';
import { Taps } from './taps.js';
import { Texts } from './texts.js';

/** What Telegram is asked to tell. Reactions come only where they are named. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'inline_query',
  'my_chat_member',
] as const;

/** A wish that was corrected this soon is drawn anew; later changes are cosmetics. */
const EDIT_WINDOW_S = 600;
const MOST_RECENT = 2000;

/** Hands each update to its handler, once, and returns as soon as that is sure. */
export class UpdateRouter {
  readonly #parts: BotParts;
  readonly #texts: Texts;
  readonly #taps: Taps;
  readonly #reactions: Reactions;
  readonly #inline: InlineMode;
  readonly #recent = new Set<number>();

  constructor(parts: BotParts, options: { readonly inlinePauseMs: number }) {
    const results = new DrawResults(parts);
    const commands = new Commands(parts, results, new EndlessPosts(parts, results));
    const flows = {
      results,
      commands,
      change: new GuidedChange(parts, results),
      blend: new GuidedBlend(parts, results),
    };
    this.#parts = parts;
    this.#texts = new Texts(parts, flows);
    this.#taps = new Taps(parts, flows);
    this.#reactions = new Reactions(parts);
    this.#inline = new InlineMode(parts, options.inlinePauseMs);
  }

  async route(update: Update): Promise<void> {
    const handling = this.#handlerOf(update);
    if (handling === undefined || !(await this.#isFirst(update.update_id))) return;
    const job = async (): Promise<void> => {
      try {
        await handling.run();
      } catch (error) {
        const { update_id: updateId } = update;
        this.#parts.log.error({ err: error, updateId }, 'telegram: update not handled');
      }
    };
    // Inline queries overtake each other: the last one is the one that counts.
    if (handling.turn === undefined) this.#parts.work.start(job);
    else this.#parts.work.startInTurn(handling.turn, job);
  }

  #handlerOf(update: Update): { turn?: string; run: () => Promise<void> } | undefined {
    if (!Number.isSafeInteger(update.update_id)) return undefined;
    if ('message' in update) {
      const { message } = update;
      return {
        turn: turnOf(message.chat.id, message.from?.id),
        run: () => this.#texts.handle(message),
      };
    }
    if ('edited_message' in update) {
      const message = update.edited_message;
      const isRecent = (message.edit_date ?? 0) - message.date <= EDIT_WINDOW_S;
      if (!isRecent) return undefined;
      return {
        turn: turnOf(message.chat.id, message.from.id),
        run: () => this.#texts.handle(message),
      };
    }
    if ('callback_query' in update) {
      const query = update.callback_query;
      const turn = turnOf(query.message?.chat.id, query.from.id);
      return { turn, run: () => this.#taps.handle(query) };
    }
    if ('message_reaction' in update) {
      const reaction = update.message_reaction;
      const turn = turnOf(reaction.chat.id, reaction.user?.id);
      return { turn, run: () => this.#reactions.handle(reaction) };
    }
    if ('inline_query' in update) {
      return { run: () => this.#inline.handle(update.inline_query) };
    }
    if ('my_chat_member' in update) {
      const member = update.my_chat_member;
      const turn = turnOf(member.chat.id, member.from.id);
      return { turn, run: () => handleMembership(this.#parts, member) };
    }
    return undefined;
  }

  /** Telegram delivers again what it is not sure of, also after a restart. */
  async #isFirst(updateId: number): Promise<boolean> {
    if (this.#recent.has(updateId)) return false;
    this.#recent.add(updateId);
    const [oldest] = this.#recent;
    if (this.#recent.size > MOST_RECENT && oldest !== undefined) this.#recent.delete(oldest);
    const { game, me, log } = this.#parts;
    const account = String(me.id);
    try {
      return await game.updates.claim({ platform: PLATFORM, account, updateId: String(updateId) });
    } catch (error) {
      // The handler will tell the person what is wrong; dropping the update would be silence.
      log.warn({ err: error, updateId }, 'telegram: update not recorded');
      return true;
    }
  }
}

function turnOf(chatId: number | undefined, userId: number | undefined): string {
  return `${chatId ?? 0}/${userId ?? 0}`;
}
