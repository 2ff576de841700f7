import {
  CHANNEL_HEADER,
  RUN_HEADER,
  type WireChannelEvent,
  type WireEvent,
} from '../../../../wire.js';
import { readEvents } from './read-events.js';

/** A stream that nothing came over for so long is closed: other tabs need connections too. */
const IDLE_MS = 20_000;

/** The listener to a run's events; `lost` is called when the stream broke off before its end. */
export interface RunListener {
  readonly onEvent: (event: WireEvent) => void;
  readonly onLost: () => void;
}

interface Channel {
  readonly id: string;
  readonly close: () => void;
}

const listeners = new Map<number, RunListener>();
let opening: Promise<Channel> | undefined;
let nextRun = 1;
let idle: number | undefined;

/** Headers for one run over the page's stream, which is opened where it is not. @throws TypeError */
export async function joinChannel(
  listener: RunListener,
): Promise<{ readonly run: number; readonly headers: Readonly<Record<string, string>> }> {
  window.clearTimeout(idle);
  opening ??= openChannel();
  const { id } = await opening;
  const run = nextRun++;
  listeners.set(run, listener);
  return { run, headers: { [CHANNEL_HEADER]: id, [RUN_HEADER]: String(run) } };
}

/** Hears no more of a run; the stream closes once there is none for a while. */
export function leaveChannel(run: number): void {
  listeners.delete(run);
  if (listeners.size > 0) return;
  window.clearTimeout(idle);
  idle = window.setTimeout(() => {
    void opening?.then(({ close }) => close());
  }, IDLE_MS);
}

/** The server no longer knows it: the next run opens another. */
export function forgetChannel(): void {
  opening = undefined;
}

async function openChannel(): Promise<Channel> {
  const abort = new AbortController();
  try {
    const response = await fetch('api/events', { signal: abort.signal });
    if (!response.ok || response.body === null) throw new TypeError('no stream');
    const events = readEvents<WireChannelEvent>(response.body);
    const first = await events.next();
    if (first.done === true || !('channel' in first.value)) throw new TypeError('no stream');
    void follow(events);
    return { id: first.value.channel, close: () => abort.abort() };
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

async function follow(events: AsyncGenerator<WireChannelEvent>): Promise<void> {
  const mine = opening;
  try {
    for await (const event of events) {
      if ('run' in event) listeners.get(event.run)?.onEvent(event.event);
    }
  } catch {
    // Broken off; those who listen are told below.
  }
  if (opening === mine) opening = undefined;
  const left = [...listeners.values()];
  listeners.clear();
  for (const { onLost } of left) onLost();
}
