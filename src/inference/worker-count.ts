import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** More processes than this take more memory than they give speed to a chat's few askers. */
const MOST_CPU_WORKERS = 8;

/**
 * How many workers suit a device: one per GPU (two sessions on one only take turns), and on the CPU
 * one per core, each with one thread: pictures are independent of each other, so that this loses
 * nothing to waiting for the slowest thread of an operator.
 */
export function countWorkersFor(isGpu: boolean): number {
  return isGpu ? countGpus() : Math.min(availableParallelism(), MOST_CPU_WORKERS);
}

/** NVIDIA's driver lists its GPUs here; other GPUs are counted as one. */
function countGpus(): number {
  try {
    return Math.max(1, readdirSync('/proc/driver/nvidia/gpus').length);
  } catch {
    return 1; // no such driver
  }
}
