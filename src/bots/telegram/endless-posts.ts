import type { EndlessRun } from '../../game/endless/endless.js';
import type { Wish } from '../../game/drawing/wish.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { sendWords, type Keyboard } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { drawFor } from './drawing.js';
import { button } from './keyboards.js';

/** Endless pulls: one post a pull, until somebody stops them or the process ends. */
export class EndlessPosts {
  readonly #parts: BotParts;
  readonly #results: DrawResults;

  constructor(parts: BotParts, results: DrawResults) {
    this.#parts = parts;
    this.#results = results;
  }

  /** Starts a run, of a wish or of a run before; each pull waits until the one before is posted. */
  begin(
    asker: Asker,
    of: { readonly wish: Wish } | { readonly pullId: string },
    replyTo: number,
  ): void {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const { game, work, holder } = this.#parts;
        const { person, where, language } = asker;
        const run = await game.endless.start({ person, where, language, ...of, drawing, holder });
        const cutOff = (): void => run.cutOff();
        work.closing.addEventListener('abort', cutOff, { once: true });
        try {
          await this.#announce(asker, run, replyTo);
          if (work.closing.aborted) cutOff();
          await this.#showAll(asker, run);
        } catch (error) {
          // One that was cut off stays on record: the next process tells of it.
          if (run.ending() === undefined) await game.endless.stop({ person, runId: run.id });
          throw error;
        } finally {
          work.closing.removeEventListener('abort', cutOff);
        }
        if (run.ending() === 'cut-off') await game.endless.settle(run.id);
      },
    });
  }

  /** Stops the asker's own run. */
  async stop(asker: Asker): Promise<void> {
    const isStopped = await this.#parts.game.endless.stop({ person: asker.person });
    if (isStopped) return;
    await sendWords(this.#parts, asker.place, { lines: [asker.t('telegram:cancel.nothing')] });
  }

  async #announce({ t, place }: Asker, run: EndlessRun, replyTo: number): Promise<void> {
    const stop = button(`⏹ ${t('common:action.stop')}`, { do: 'stop', runId: run.id });
    const { chat, message_id: messageId } = await sendWords(this.#parts, place, {
      lines: [t('common:pull.endlessStarted')],
      keyboard: [[stop]],
      replyTo,
    });
    await run.announcedAt({ channelId: String(chat.id), messageId: String(messageId) });
    // Begun and told so: the next process tells of a run that ends with this one, and begins none.
    this.#parts.work.settle();
  }

  async #showAll(asker: Asker, run: EndlessRun): Promise<void> {
    const { t, place } = asker;
    let count = 0;
    for await (const result of run.results) {
      await this.#results.showPull(asker, result);
      count += 1;
    }
    const ending = run.ending();
    if (ending === 'not-allowed') {
      await sendWords(this.#parts, place, { lines: [t('errors:endless-not-allowed')] });
      return;
    }
    const key =
      ending === 'limit'
        ? 'endlessLimit'
        : ending === 'cut-off'
          ? 'endlessCutOff'
          : 'endlessStopped';
    await sendWords(this.#parts, place, {
      lines: [t(`common:pull.${key}`, { count })],
      keyboard: goOnKeyboard(t, run.pullId),
    });
  }
}

/** Starts another run of the same wish. */
export function goOnKeyboard(t: (key: string) => string, pullId: string): Keyboard {
  return [[button(`▶ ${t('common:action.goOn')}`, { do: 'goOn', pullId })]];
}
