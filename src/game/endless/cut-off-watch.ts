import type { Logger } from 'pino';
import type { CutOffRun, EndlessHolder } from './endless.js';
import type { EndlessService } from './endless-service.js';

interface WatchOptions {
  readonly endless: EndlessService;
  readonly log: Logger;
  /** This process's slot; read each time. */
  readonly holder: () => EndlessHolder;
  readonly everyMs: number;
  /** Tells the person of one run; where it throws, it is called again the next time. */
  readonly tell: (run: CutOffRun) => Promise<void>;
  /** Given all that is under way, which never fails, to be waited for at the end. */
  readonly follow: (telling: Promise<void>) => void;
}

/** Has people told of endless runs that ended with their process, each once. */
export class CutOffWatch {
  readonly #options: WatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Now, for those of this process' place, and again and again for those of any. */
  start(): void {
    this.#timer = setInterval(() => this.#tellNext(), this.#options.everyMs).unref();
    this.#tellNext();
  }

  /** Looks for no more of them. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #tellNext(): void {
    this.#telling = this.#telling.then(() => this.#tellAll());
    this.#options.follow(this.#telling);
  }

  /** Never throws: what could not be told now is tried again. */
  async #tellAll(): Promise<void> {
    const { endless, holder, log, tell } = this.#options;
    try {
      const runs = await endless.takeCutOff(holder());
      await Promise.all(
        runs.map(async (run) => {
          await tell(run);
          await endless.settle(run.id);
        }),
      );
    } catch (error) {
      log.warn({ err: error }, 'cut-off endless runs not told of, will try again');
    }
  }
}
