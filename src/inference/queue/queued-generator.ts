import { InferenceError, InferenceTimeoutError } from '../../errors/app-error.js';
import { currentRequest } from '../../errors/request-scope.js';
import { safeProgress } from '../safe-progress.js';
import type { InferenceLog } from '../inference-log.js';
import type { ModelManifest } from '../manifest.js';
import type {
  ComposedPicture,
  Composition,
  DrawOptions,
  DrawProgress,
  FaceReading,
  GeneratorHealth,
  PixelPicture,
  ReadOptions,
  Recipe,
  WatchedGenerator,
} from '../portrait-generator.js';
import { CallRegister, type WaitingLimits } from './call-register.js';
import type { JobBoard, JobListener } from './job-board.js';
import type { JobAnswer, JobRequest } from './job-data.js';
import { OthersWaiting } from './others-waiting.js';
import { QueuedCall } from './queued-call.js';

const TELL_AFTER_MS = 100;

/** Bounds of a queued generator. */
export interface QueueSettings extends WaitingLimits {
  /** A call that has not got on for this long, neither in its place nor in its pictures, is given up. */
  readonly silenceMs: number;
  /** How often calls are looked after that nothing was heard of for that long: an event can get lost. */
  readonly lookAfterMs: number;
  /** How long closing lets calls finish. */
  readonly drainMs: number;
}

type AskedJob = Pick<JobRequest, 'composition' | 'recipes' | 'picture'>;

/**
 * Draws on the workers of other machines, by way of a queue. No model file is loaded here.
 *
 * Invariant: a call is in the register until it is settled, and while it is there its job is on the board
 * or will be put there again: events make it quick, looking after it makes it certain.
 */
export class QueuedGenerator implements WatchedGenerator, JobListener {
  readonly manifest: ModelManifest;
  readonly others = [];
  readonly #board: JobBoard;
  readonly #settings: QueueSettings;
  readonly #log: InferenceLog;
  readonly #calls: CallRegister;
  readonly #others: OthersWaiting;
  readonly #lookingAfter: NodeJS.Timeout;
  #telling: NodeJS.Timeout | undefined;
  #isLooking = false;
  #closed: Promise<void> | undefined;
  #onDrained: (() => void) | undefined;

  constructor(
    manifest: ModelManifest,
    board: JobBoard,
    { settings, log }: { settings: QueueSettings; log: InferenceLog },
  ) {
    this.manifest = manifest;
    this.#board = board;
    this.#settings = settings;
    this.#log = log;
    this.#others = new OthersWaiting(3 * settings.lookAfterMs);
    this.#calls = new CallRegister(settings, this.#others);
    this.#lookingAfter = setInterval(() => void this.#lookAfterAll(), settings.lookAfterMs);
  }

  health(): GeneratorHealth {
    const problem = this.#board.isReachable ? undefined : 'the queue does not answer';
    return { problem, waiting: this.#calls.waiting, workers: undefined };
  }

  async draw(recipes: readonly Recipe[], options: DrawOptions): Promise<readonly Uint8Array[]> {
    if (recipes.length === 0) return [];
    return (await this.#run({ composition: undefined, recipes }, options)).portraits;
  }

  async compose(
    composition: Composition,
    recipes: readonly Recipe[],
    options: DrawOptions,
  ): Promise<ComposedPicture> {
    const { composed, portraits } = await this.#run({ composition, recipes }, options);
    if (composed) return { ...composed, portraits };
    throw new InferenceError('inference-failed', 'expected a composed picture, got single ones');
  }

  async read(picture: PixelPicture, options: ReadOptions): Promise<FaceReading> {
    const asked = { composition: undefined, recipes: [], picture };
    const { reading } = await this.#run(asked, { ...options, sizePx: 256, format: 'webp' });
    if (reading) return reading;
    throw new InferenceError('inference-failed', 'expected a reading, got pictures');
  }

  /** Called when a worker has taken the job and reports progress. */
  onActive(id: string): void {
    this.#noteLife();
    const call = this.#calls.get(id);
    if (!call) return;
    call.isActive = true;
    call.tellPosition(0);
    this.#calls.tellPositions();
  }

  /** It has a place among those who wait again. */
  onStalled(id: string): void {
    const call = this.#calls.get(id);
    if (!call) return;
    call.isActive = false;
    this.#calls.tellPositions();
  }

  /** Passes it on to the one who asked. */
  onProgress(id: string, progress: DrawProgress): void {
    this.#noteLife();
    this.#calls.get(id)?.tell(progress);
  }

  /** Fetches the pictures and settles the call. */
  onFinished(id: string): void {
    this.#noteLife();
    const call = this.#calls.get(id);
    // What cannot be fetched now is fetched when the call is looked after.
    if (call) void this.#finish(call).catch(() => undefined);
  }

  /** Counts toward the bound of all that waits. */
  onOthersWaiting(frontEnd: string, pictures: number): void {
    this.#others.note(frontEnd, pictures);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #run(asked: AskedJob, options: DrawOptions): Promise<JobAnswer> {
    const { signal } = options;
    signal?.throwIfAborted();
    const call = this.#createCall(asked, options);
    const abort = (): void => this.#giveUp(call, signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    this.#calls.add(call);
    this.#tellSoon();
    // Rejected while the store is away, and then put again when the call is looked after.
    void this.#put(call).catch(() => undefined);
    try {
      return await call.answer;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  #createCall(
    { composition, recipes, picture }: AskedJob,
    { sizePx, format, person, event, onProgress }: DrawOptions,
  ): QueuedCall {
    if (this.#closed) throw shuttingDown();
    const hasLarge = composition?.kind === 'strip' && composition.large !== undefined;
    const total = picture ? 1 : recipes.length + (hasLarge ? 1 : 0);
    this.#calls.expectRoom(person, total);
    const call: QueuedCall = new QueuedCall({
      request: {
        composition,
        recipes,
        ...(picture ? { picture } : {}),
        options: { sizePx, format, person },
        event: event ?? currentRequest(),
      },
      priority: 1 + this.#calls.unfinishedOf(person),
      total,
      onProgress: safeProgress(onProgress, this.#log),
      silenceMs: this.#settings.silenceMs,
      onSilence: () => this.#giveUp(call, this.#silenceError()),
    });
    return call;
  }

  /** A worker is at work, for whomever: nobody who waits is given up yet. */
  #noteLife(): void {
    for (const call of this.#calls.all) call.refresh();
  }

  #put({ id, priority, request }: QueuedCall): Promise<void> {
    return this.#board.put(id, priority, request);
  }

  /** Rejects while the store is away. A job that it has lost is put again when the call is looked after. */
  async #finish(call: QueuedCall): Promise<void> {
    if (call.isFetching) return;
    call.isFetching = true;
    try {
      const outcome = await this.#board.take(call.id);
      if (!outcome) return;
      this.#settle(call, () => {
        if ('error' in outcome) call.fail(outcome.error);
        else call.succeed(outcome);
      });
    } finally {
      call.isFetching = false;
    }
  }

  /** Settles it at once; its job is taken back when the store answers, and harmless where it does not. */
  #giveUp(call: QueuedCall, error: unknown): void {
    if (this.#calls.get(call.id) === undefined) return;
    this.#settle(call, () => call.fail(error));
    void this.#board.withdraw(call.id).catch(() => undefined);
  }

  #settle(call: QueuedCall, settle: () => void): void {
    this.#calls.remove(call);
    this.#tellSoon();
    settle();
    if (this.#calls.isEmpty) this.#onDrained?.();
  }

  /** The other front ends hear of it when more has not happened for a moment. */
  #tellSoon(): void {
    if (this.#closed) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tellWaiting();
    }, TELL_AFTER_MS);
  }

  #tellWaiting(): void {
    // One that is lost is made up for by the next.
    void this.#board.tellWaiting(this.#calls.waiting).catch(() => undefined);
  }

  async #lookAfterAll(): Promise<void> {
    if (this.#calls.waiting > 0 && this.#board.isReachable) this.#tellWaiting();
    if (this.#isLooking) return;
    this.#isLooking = true;
    const before = performance.now() - this.#settings.lookAfterMs;
    try {
      if (!this.#board.isReachable) await this.#board.check();
      for (const call of this.#calls.all.filter(({ heardAt }) => heardAt < before)) {
        // One after the other: there are few, and the store is to have its peace.
        // oxlint-disable-next-line no-await-in-loop
        await this.#lookAfter(call);
      }
    } catch {
      // The store is away, which the board has logged; the next round tries again.
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookAfter(call: QueuedCall): Promise<void> {
    const state = await this.#board.stateOf(call.id);
    if (this.#calls.get(call.id) === undefined) return;
    if (state === 'completed' || state === 'failed') await this.#finish(call);
    else if (state === 'missing') await this.#put(call);
    else if (state === 'active' && !call.isActive) this.onActive(call.id);
    else if (state !== 'active' && call.isActive) this.onStalled(call.id);
  }

  #silenceError(): Error {
    const { silenceMs } = this.#settings;
    if (!this.#board.isReachable) {
      return new InferenceError(
        'worker-not-started',
        `expected the queue to answer within ${silenceMs} ms, it did not; check that its server runs`,
      );
    }
    return new InferenceTimeoutError(
      'inference-timeout',
      `expected a drawing to get on within ${silenceMs} ms, it did not; check that workers of this model run`,
      { context: { seconds: Math.round(silenceMs / 1000) } },
    );
  }

  async #close(): Promise<void> {
    if (!this.#calls.isEmpty) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.#settings.drainMs);
        this.#onDrained = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    clearInterval(this.#lookingAfter);
    clearTimeout(this.#telling);
    const rest = this.#calls.all;
    for (const call of rest) this.#settle(call, () => call.fail(shuttingDown()));
    if (this.#board.isReachable) {
      await Promise.allSettled(rest.map(({ id }) => this.#board.withdraw(id)));
    }
    await this.#board.close();
  }
}

function shuttingDown(): InferenceError {
  return new InferenceError(
    'shutting-down',
    'expected to draw, but this process is shutting down; try again when it is back',
  );
}
