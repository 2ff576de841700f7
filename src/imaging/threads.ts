import sharp from 'sharp';

/**
 * Keeps sharp to one thread and without a cache in this process: in a worker, the cores belong to
 * the workers beside it, and no picture is processed twice.
 */
export function useOneThread(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}
