import type { EndlessRun } from '../../../game/endless/endless.js';
import type { PullInput } from '../../../game/drawing/pull-input.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { sendWords, type Keyboard } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { drawFor } from './drawing.js';
import { button } from '../views/keyboards.js';

/** Endless pulls: one post a pull, until somebody stops them or the process ends. */
export class EndlessPosts {
  readonly #context: TelegramContext;
  readonly #results: DrawResults;

  constructor(context: TelegramContext, results: DrawResults) {
    this.#context = context;
    this.#results = results;
  }

  /** Starts a run, of a wish or of a run before; each pull waits until the one before is posted. */
  begin(
    caller: Caller,
    of: { readonly prompt: PullInput } | { readonly pullId: string },
    replyTo: number,
  ): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const { game, work, holder } = this.#context;
        const { person, where, language } = caller;
        const run = await game.endless.start({ person, where, language, ...of, drawing, holder });
        const cutOff = (): void => run.cutOff();
        work.closing.addEventListener('abort', cutOff, { once: true });
        try {
          await this.#announce(caller, run, replyTo);
          if (work.closing.aborted) cutOff();
          await this.#showAll(caller, run);
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
  async stop(caller: Caller): Promise<void> {
    const isStopped = await this.#context.game.endless.stop({ person: caller.person });
    if (isStopped) return;
    await sendWords(this.#context, caller.place, { lines: [caller.t('telegram:cancel.nothing')] });
  }

  async #announce({ t, place }: Caller, run: EndlessRun, replyTo: number): Promise<void> {
    const stop = button(`⏹ ${t('common:action.stop')}`, { do: 'stop', runId: run.id });
    const { chat, message_id: messageId } = await sendWords(this.#context, place, {
      lines: [t('common:pull.endlessStarted')],
      keyboard: [[stop]],
      replyTo,
    });
    await run.announcedAt({ channelId: String(chat.id), messageId: String(messageId) });
    // Begun and told so: the next process tells of a run that ends with this one, and begins none.
    this.#context.work.settle();
  }

  async #showAll(caller: Caller, run: EndlessRun): Promise<void> {
    const { t, place } = caller;
    let count = 0;
    for await (const result of run.results) {
      await this.#results.showPull(caller, result, { isSilent: true });
      count += 1;
    }
    const ending = run.ending();
    if (ending === 'not-allowed') {
      await sendWords(this.#context, place, { lines: [t('errors:endless-not-allowed')] });
      return;
    }
    const key =
      ending === 'limit'
        ? 'endlessLimit'
        : ending === 'cut-off'
          ? 'endlessCutOff'
          : 'endlessStopped';
    await sendWords(this.#context, place, {
      lines: [t(`common:pull.${key}`, { count })],
      keyboard: goOnKeyboard(t, run.pullId),
    });
  }
}

/** Starts another run of the same wish. */
export function goOnKeyboard(t: (key: string) => string, pullId: string): Keyboard {
  return [[button(`▶ ${t('common:action.goOn')}`, { do: 'goOn', pullId })]];
}
