import { createHash } from 'node:crypto';
import type { Message } from 'telegraf/types';

/** Messages of which it is known what they said; an edit of an older one counts as new. */
const MOST_REMEMBERED = 2000;

/** Tells edits that say something new from those that do not. */
export class SeenTexts {
  readonly #digests = new Map<string, string>();

  /** True if a message says something else than it did before; true for the first time. */
  isNew({ chat, message_id: id }: Message, text: string): boolean {
    const key = `${chat.id}/${id}`;
    const digest = createHash('sha256').update(text).digest('base64');
    const isNew = this.#digests.get(key) !== digest;
    this.#digests.delete(key);
    this.#digests.set(key, digest);
    const [oldest] = this.#digests.keys();
    if (this.#digests.size > MOST_REMEMBERED && oldest !== undefined) this.#digests.delete(oldest);
    return isNew;
  }
}
