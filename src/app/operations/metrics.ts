import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DrawnBatch } from '../../inference/pool/worker-pool.js';
import type { GeneratorHealth } from '../../inference/portrait-generator.js';

/** Seconds: from what is as good as at once to what people give up on. */
const BUCKETS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const BATCHES = [1, 2, 4, 8, 12, 16];

/** How one use case ended. */
export interface UseCase {
  /** `gacha.pull`, `favorites.keep`. */
  readonly name: string;
  /** `discord`, `telegram`, `web`; empty where nobody asked. */
  readonly platform: string;
  readonly seconds: number;
  /** The code of the error; `unexpected` for one without, undefined where it went well. */
  readonly error: string | undefined;
}

/** Prometheus metrics of this process. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #useCases = this.#histogram('use_case_seconds', 'What people asked for, to its answer', [
    'use',
    'platform',
  ]);
  readonly #errors = new Counter({
    name: 'mugen_errors_total',
    help: 'Use cases that ended otherwise, by the code of the error',
    labelNames: ['use', 'platform', 'code'],
    registers: [this.#registry],
  });
  readonly #stages = this.#histogram('stage_seconds', 'Where the time of a picture goes', [
    'stage',
  ]);
  readonly #storage = this.#histogram('storage_seconds', 'Answers of the database', ['table']);
  readonly #pictures = new Counter({
    name: 'mugen_pictures_total',
    help: 'Pictures that were drawn or put together',
    labelNames: ['kind'],
    registers: [this.#registry],
  });
  readonly #batches = new Histogram({
    name: 'mugen_batch_size',
    help: 'Pictures that a worker drew at once',
    buckets: BATCHES,
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry, prefix: 'mugen_' });
  }

  /** Told of what people asked for. */
  noteUseCase({ name: use, platform, seconds, error }: UseCase): void {
    this.#useCases.observe({ use, platform }, seconds);
    if (error !== undefined) this.#errors.inc({ use, platform, code: error });
  }

  /** Told of each batch that was drawn. */
  noteBatch({ kind, size, waitMs, runtimeMs, totalMs }: DrawnBatch): void {
    this.#pictures.inc({ kind }, size);
    for (const wait of waitMs) this.#stages.observe({ stage: 'queue' }, wait / 1000);
    if (kind !== 'draw') {
      this.#stages.observe({ stage: kind }, totalMs / 1000);
      return;
    }
    this.#batches.observe(size);
    this.#stages.observe({ stage: 'runtime' }, runtimeMs / 1000);
    this.#stages.observe({ stage: 'encode' }, (totalMs - runtimeMs) / 1000);
  }

  /** Told of each answer of the database. */
  noteStorage(table: string, seconds: number): void {
    this.#storage.observe({ table }, seconds);
  }

  /** Asked whenever Prometheus asks. */
  watchGenerator(health: () => GeneratorHealth): void {
    this.#gauge('queue_pictures', 'Pictures that wait', () => health().waiting);
    this.#gauge('workers', 'Workers of this process that can draw', () => health().workers ?? 0);
  }

  /** 1 while ready, by part. */
  watchReadiness(read: () => Promise<Readonly<Record<string, string | undefined>>>): void {
    const gauge = new Gauge({
      name: 'mugen_ready',
      help: '1 while the part can do its work',
      labelNames: ['part'],
      registers: [],
      async collect() {
        for (const [part, problem] of Object.entries(await read())) {
          this.set({ part }, problem === undefined ? 1 : 0);
        }
      },
    });
    this.#registry.registerMetric(gauge);
  }

  /** Renders all metrics in Prometheus' text format. */
  async render(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  #histogram<Label extends string>(name: string, help: string, labelNames: Label[]) {
    const registers = [this.#registry];
    return new Histogram({ name: `mugen_${name}`, help, labelNames, buckets: BUCKETS, registers });
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge = new Gauge({
      name: `mugen_${name}`,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    });
    this.#registry.registerMetric(gauge);
  }
}
