import type { CutOffRun } from '../../services/endless.js';
import type { BotParts } from './bot-parts.js';
import { sendWords } from './delivery.js';
import { goOnKeyboard } from './endless-posts.js';
import { isRefusal } from './refusal.js';

/** Tells of endless runs that ended with their process, and offers to go on. */
export class CutOffRuns {
  readonly #parts: BotParts;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(parts: BotParts, everyMs: number) {
    this.#parts = parts;
    this.#everyMs = everyMs;
  }

  /** Now, for those of this process' place, and again and again for those of any. */
  start(): void {
    this.#timer = setInterval(() => this.#tellNext(), this.#everyMs).unref();
    this.#tellNext();
  }

  /** Looks for no more of them. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #tellNext(): void {
    this.#telling = this.#telling.then(() => this.#tellAll());
    const telling = this.#telling;
    this.#parts.work.start(() => telling);
  }

  /** Never throws: what could not be told now is tried again. */
  async #tellAll(): Promise<void> {
    const { game, log, holder, work } = this.#parts;
    if (work.closing.aborted) return;
    try {
      const runs = await game.endless.takeCutOff(holder);
      await Promise.all(runs.map((run) => this.#tell(run)));
    } catch (error) {
      log.warn({ err: error }, 'telegram: cut-off endless runs not told of, will try again');
    }
  }

  async #tell(run: CutOffRun): Promise<void> {
    const { game, log } = this.#parts;
    const { id, pulled, channelId, messageId } = run;
    // One that was not announced yet: the update that asked for it is taken up again.
    if (channelId !== undefined && messageId !== undefined) {
      try {
        await this.#say(run, { chatId: Number(channelId), messageId: Number(messageId) });
        log.info({ run: id, pulled }, 'telegram: told of an endless run that was cut off');
      } catch (error) {
        const isForGood = isRefusal(error) && !isRefusal(error, 'unreachable', 'flood');
        if (!isForGood) throw error;
        log.warn({ err: error, run: id }, 'telegram: nobody to tell of a cut-off endless run');
      }
    }
    await game.endless.settle(id);
  }

  /** A new message, since pictures have pushed the one that announced the run out of sight. */
  async #say(
    { person, language: asked, pulled: count, pullId }: CutOffRun,
    { chatId, messageId }: { readonly chatId: number; readonly messageId: number },
  ): Promise<void> {
    const { messages } = this.#parts;
    const language = person.language ?? asked ?? 'en';
    const t = (key: string): string => messages.t(language, key, { count });
    await sendWords(
      this.#parts,
      { chatId, isGroup: chatId < 0 },
      {
        lines: [t('common:pull.endlessCutOff')],
        keyboard: goOnKeyboard(t, pullId),
        // In a group with topics it also says where.
        replyTo: messageId,
      },
    );
  }
}
