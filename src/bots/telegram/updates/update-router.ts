import type { Message, Update } from 'telegraf/types';
import { inRequest } from '../../../errors/request-scope.js';
import type { CutOffWatch } from '../../../game/endless/cut-off-watch.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';
import { Commands } from '../handlers/commands.js';
import { watchCutOffRuns } from './interrupted-runs.js';
import { sendWords } from '../sending/delivery.js';
import { DrawResults } from '../sending/draw-results.js';
import { FindResults } from '../sending/find-results.js';
import { EndlessPosts } from '../sending/endless-posts.js';
import { GuidedBlend } from '../guided/guided-blend.js';
import { GuidedChange } from '../guided/guided-change.js';
import { InlineMode } from '../handlers/inline-mode.js';
import { handleMembership } from './memberships.js';
import { Reactions } from '../handlers/reactions.js';
import { CallbackQueries } from '../handlers/callback-queries.js';
import { Texts } from '../handlers/texts.js';
import { tellGivenUp } from './given-up.js';
import { UpdateInbox } from './update-inbox.js';

/** The requested update types. Reactions arrive only if they are listed. */
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

/** Unfinished messages of one person in one chat; more are not taken, which is said once. */
const MOST_WAITING = 20;

interface Handling {
  /** Whose events stay in order; none for those of which the last one counts. */
  readonly turn?: string;
  /** The message that somebody wrote, if it is one. */
  readonly message?: Message;
  /** `isAgain`: it was begun before, and what came of that is not known. */
  readonly run: (isAgain: boolean) => Promise<void>;
}

/** How an update comes to be handled. */
interface Arrival {
  readonly isOurs: Promise<boolean>;
  readonly isAgain: boolean;
}

/** Hands each update to its handler, once, and returns as soon as it cannot get lost. */
export class UpdateRouter {
  readonly #context: TelegramContext;
  readonly #texts: Texts;
  readonly #presses: CallbackQueries;
  readonly #reactions: Reactions;
  readonly #inline: InlineMode;
  readonly #inbox: UpdateInbox;
  readonly #cutOffRuns: CutOffWatch;
  /** Unfinished messages by turn. */
  readonly #waiting = new Map<string, number>();
  /** Turns that were told of having too many. */
  readonly #told = new Set<string>();

  constructor(
    context: TelegramContext,
    options: { readonly inlinePauseMs: number; readonly holdMs: number },
  ) {
    const results = new DrawResults(context);
    const endless = new EndlessPosts(context, results);
    const commands = new Commands(context, results, endless);
    const flows = {
      results,
      finds: new FindResults(context),
      commands,
      endless,
      change: new GuidedChange(context, results),
      blend: new GuidedBlend(context, results),
    };
    this.#context = context;
    this.#texts = new Texts(context, flows);
    this.#presses = new CallbackQueries(context, flows);
    this.#reactions = new Reactions(context);
    this.#inline = new InlineMode(context, options.inlinePauseMs);
    this.#inbox = new UpdateInbox(context, options.holdMs);
    this.#cutOffRuns = watchCutOffRuns(context, options.holdMs);
  }

  /** Takes up what a process before this one began and did not finish. */
  async start(): Promise<void> {
    const arrival = { isOurs: Promise.resolve(true), isAgain: true };
    await this.#inbox.start({
      redo: (update) => {
        const handling = this.#handlerOf(update);
        if (handling !== undefined) this.#handle(update.update_id, handling, arrival);
      },
      giveUp: (update) => {
        const run = (): Promise<void> => tellGivenUp(this.#context, update);
        this.#handle(update.update_id, { run }, arrival);
      },
    });
    this.#cutOffRuns.start();
    this.#context.game.owner.announceBy(PLATFORM, (channelId, text) =>
      sendWords(this.#context, { chatId: Number(channelId), isGroup: true }, { lines: [text] }),
    );
  }

  /** Lets go of what is not finished. */
  async stop(): Promise<void> {
    this.#cutOffRuns.stop();
    await this.#inbox.stop();
  }

  /**
   * Resolves when the update is on record, or cannot be, not when it is handled. One that another
   * process has taken is let be, one of an unknown kind ignored.
   */
  async route(update: Update): Promise<void> {
    const handling = this.#handlerOf(update);
    if (handling === undefined) return;
    const isPassing = handling.turn === undefined;
    const isOurs = this.#inbox.take(update, { isPassing });
    // In its turn already, so that the database cannot change the order in which things were said.
    this.#handle(update.update_id, this.#bounded(handling), { isOurs, isAgain: false });
    await isOurs;
  }

  /** Whoever writes faster than anybody can answer is told so, once, and not answered later. */
  #bounded(handling: Handling): Handling {
    const { turn, message } = handling;
    if (turn === undefined || message === undefined) return handling;
    const waiting = this.#waiting.get(turn) ?? 0;
    if (waiting < MOST_WAITING) return handling;
    const run = async (): Promise<void> => {
      this.#context.log.info({ turn, waiting }, 'telegram: message not taken');
      if (this.#told.has(turn)) return;
      this.#told.add(turn);
      await this.#texts.tellTooMany(message);
    };
    return { turn, message, run };
  }

  #count(turn: string, by: 1 | -1): void {
    const waiting = (this.#waiting.get(turn) ?? 0) + by;
    if (waiting > 0) {
      this.#waiting.set(turn, waiting);
      return;
    }
    this.#waiting.delete(turn);
    this.#told.delete(turn);
  }

  #handle(updateId: number, { turn, message, run }: Handling, { isOurs, isAgain }: Arrival): void {
    const { work, log } = this.#context;
    const countedTurn = message === undefined ? undefined : turn;
    if (countedTurn !== undefined) this.#count(countedTurn, 1);
    work.run({
      turn,
      job: async () => {
        try {
          if (!(await isOurs)) return;
          await this.#inbox.begin(updateId);
          await inRequest(`telegram:${updateId}`, () => run(isAgain));
        } catch (error) {
          work.cutShort();
          log.error({ err: error, updateId }, 'telegram: update not handled');
        }
      },
      onOver: async (isDone) => {
        if (countedTurn !== undefined) this.#count(countedTurn, -1);
        if (await isOurs) await this.#inbox.close(updateId, isDone);
      },
    });
  }

  #handlerOf(update: Update): Handling | undefined {
    if (!Number.isSafeInteger(update.update_id)) return undefined;
    if ('message' in update) {
      const { message } = update;
      return {
        turn: turnOf(message.chat.id, message.from?.id),
        message,
        run: () => this.#texts.handle(message),
      };
    }
    if ('edited_message' in update) {
      const message: Message & { edit_date?: number } = update.edited_message;
      const isRecent = (message.edit_date ?? 0) - message.date <= EDIT_WINDOW_S;
      if (!isRecent) return undefined;
      return {
        turn: turnOf(message.chat.id, message.from?.id),
        message,
        run: () => this.#texts.handle(message, true),
      };
    }
    if ('callback_query' in update) {
      const query = update.callback_query;
      const turn = turnOf(query.message?.chat.id, query.from.id);
      return { turn, run: () => this.#presses.handle(query) };
    }
    if ('message_reaction' in update) {
      const reaction = update.message_reaction;
      const turn = turnOf(reaction.chat.id, reaction.user?.id);
      return { turn, run: (isAgain) => this.#reactions.handle(reaction, isAgain) };
    }
    if ('inline_query' in update) {
      // They overtake each other: the last one is the one that counts.
      return { run: () => this.#inline.handle(update.inline_query) };
    }
    if ('my_chat_member' in update) {
      const member = update.my_chat_member;
      const turn = turnOf(member.chat.id, member.from.id);
      return { turn, run: () => handleMembership(this.#context, member) };
    }
    return undefined;
  }
}

function turnOf(chatId: number | undefined, userId: number | undefined): string {
  return `${chatId ?? 0}/${userId ?? 0}`;
}
