import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import { sendWords } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { drawFor } from './drawing.js';
import { button } from './keyboards.js';

/** Endless pulls: one post a pull, until somebody stops them. */
export class EndlessPosts {
  readonly #parts: BotParts;
  readonly #results: DrawResults;

  constructor(parts: BotParts, results: DrawResults) {
    this.#parts = parts;
    this.#results = results;
  }

  /** Starts a run; each pull waits until the one before is posted. */
  async begin(asker: Asker, description: string, replyTo: number): Promise<void> {
    drawFor(this.#parts, asker, {
      replyTo,
      run: async (drawing) => {
        const { person, where, t, place } = asker;
        const wish = { description };
        const run = await this.#parts.game.endless.start({ person, wish, where, drawing });
        const stop = button(`⏹ ${t('common:action.stop')}`, { do: 'stop', runId: run.id });
        await sendWords(this.#parts, place, {
          lines: [t('common:pull.endlessStarted')],
          keyboard: [[stop]],
          replyTo,
        });
        // Begun and told so: a run that ends with its process is not begun again by the next one.
        this.#parts.work.settle();
        let count = 0;
        for await (const result of run.results) {
          await this.#results.showPull(asker, result);
          count += 1;
        }
        const key = run.ending() === 'limit' ? 'endlessLimit' : 'endlessStopped';
        await sendWords(this.#parts, place, { lines: [t(`common:pull.${key}`, { count })] });
      },
    });
  }

  /** Stops the asker's own run. */
  async stop(asker: Asker): Promise<void> {
    const isStopped = await this.#parts.game.endless.stop({ person: asker.person });
    if (isStopped) return;
    await sendWords(this.#parts, asker.place, { lines: [asker.t('telegram:cancel.nothing')] });
  }
}
