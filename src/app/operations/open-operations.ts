import type { Logger } from 'pino';
import type { Settings } from '../../config/env.js';
import { operationsSettings } from '../../config/parts.js';
import { Metrics } from './metrics.js';
import { OperationsServer } from './operations-server.js';
import { Readiness } from './readiness.js';

/** The parts of a program that operations read. */
export interface Operations {
  /** Undefined: nobody asks, and nothing is measured. */
  readonly metrics: Metrics | undefined;
  readonly readiness: Readiness;
  /** Begins to answer. @returns ends it */
  readonly listen: () => Promise<() => Promise<void>>;
}

/** Off without `OPERATIONS_PORT`. */
export function openOperations(settings: Settings, log: Logger): Operations {
  const where = operationsSettings(settings);
  const readiness = new Readiness();
  if (where === undefined) {
    return { metrics: undefined, readiness, listen: async () => async () => undefined };
  }
  const metrics = new Metrics();
  metrics.watchReadiness(() => readiness.check());
  const server = new OperationsServer(where, readiness, metrics);
  const listen = async (): Promise<() => Promise<void>> => {
    const address = await server.start();
    log.info({ address }, `watched at ${address}: /healthz, /readyz, /metrics`);
    return () => server.stop();
  };
  return { metrics, readiness, listen };
}
