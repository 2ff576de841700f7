import type { InferenceLog } from './inference-log.js';
import type { DrawOptions } from './portrait-generator.js';

/**
 * A caller's `onProgress` that harms nobody when it throws: it would do so among other people's
 * pictures, or where nothing catches it. It is logged, and not called again.
 */
export function safeProgress(
  onProgress: DrawOptions['onProgress'],
  log: InferenceLog,
): DrawOptions['onProgress'] {
  let tell = onProgress;
  if (tell === undefined) return undefined;
  return (progress) => {
    try {
      tell?.(progress);
    } catch (error) {
      tell = undefined;
      log.warn({ err: error }, 'could not tell how far a drawing is; it goes on untold');
    }
  };
}
