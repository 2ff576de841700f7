import { ApiRefusal } from './api-error.js';
import type { ChatWorld } from './chat-world.js';
import type { Parameters } from './read-request.js';

/** The answer to a callback query, as the person sees it. */
export interface TapAnswer {
  readonly text?: string;
  readonly show_alert?: boolean;
  readonly url?: string;
}

/** The answer to an inline query, as the person sees it. */
export interface InlineAnswer {
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly button?: { readonly text: string; readonly start_parameter?: string };
  readonly is_personal?: boolean;
  readonly cache_time?: number;
}

const EXPIRED = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

/** CallbackQueries and inline queries that wait for the bot's one answer. */
export class Queries {
  readonly #presses = new Map<string, (answer: TapAnswer) => void>();
  readonly #inline = new Map<string, (answer: InlineAnswer) => void>();
  #nextId = 4_000_000_001;

  /** CallbackQueries that the bot left without an answer: their buttons still spin. */
  get unansweredQueries(): number {
    return this.#presses.size;
  }

  /**
   * Begins a tap under a new id; `answered` stays pending until the bot answers, for ever if it
   * does not.
   */
  openTap(): { id: string; answered: Promise<TapAnswer> } {
    const id = String(this.#nextId++);
    return { id, answered: new Promise((resolve) => this.#presses.set(id, resolve)) };
  }

  /** Begins an inline query under a new id; `answered` stays pending until the bot answers. */
  openInline(): { id: string; answered: Promise<InlineAnswer> } {
    const id = String(this.#nextId++);
    return { id, answered: new Promise((resolve) => this.#inline.set(id, resolve)) };
  }

  /** Lets an open query run out, as Telegram does after a while. */
  expire(id: string): void {
    this.#presses.delete(id);
    this.#inline.delete(id);
  }

  /**
   * answerCallbackQuery: what `Person.taps` resolves with.
   * @throws ApiRefusal for a second answer, or after `expire`
   */
  answerTap(parameters: Parameters): true {
    const id = String(parameters['callback_query_id']);
    const settle = this.#presses.get(id);
    if (settle === undefined) throw new ApiRefusal(400, EXPIRED);
    this.#presses.delete(id);
    settle(parameters);
    return true;
  }

  /**
   * answerInlineQuery: what `Person.asksInline` resolves with.
   * @throws ApiRefusal for a second answer, or for a file that is not there
   */
  answerInline(parameters: Parameters, world: ChatWorld): true {
    const id = String(parameters['inline_query_id']);
    const settle = this.#inline.get(id);
    if (settle === undefined) throw new ApiRefusal(400, EXPIRED);
    const answer = parameters as unknown as InlineAnswer;
    for (const result of answer.results) {
      const fileId = result['photo_file_id'];
      if (fileId !== undefined && !world.files.has(String(fileId))) {
        throw new ApiRefusal(400, 'Bad Request: FILE_REFERENCE_INVALID');
      }
    }
    this.#inline.delete(id);
    settle(answer);
    return true;
  }
}
