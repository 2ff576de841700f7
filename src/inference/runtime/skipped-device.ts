import type { SkippedDevice } from './runtime.js';

/** A device left out over an error, with a native library's message but not the place in its source. */
export function skippedOver(device: string, error: unknown): SkippedDevice {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split('\n');
  return { device, reason: (/Failed to .*/.exec(line)?.[0] ?? line).slice(0, 160) };
}
