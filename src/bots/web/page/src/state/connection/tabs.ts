/** Number of each portrait that was kept, undefined where it was let go. */
export type KeptEntries = readonly (readonly [id: string, number: number | undefined])[];

const CHANNEL = 'mugen-kept';

/** The visitor's other tabs. */
export interface Tabs {
  /** Tells them; without entries, that something else about the favourites changed. */
  readonly tell: (entries: KeptEntries) => void;
  readonly leave: () => void;
}

/** Hears of what is kept and let go in other tabs, and tells them in turn. */
export function joinTabs(onChange: (entries: KeptEntries) => void): Tabs {
  try {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', ({ data }: MessageEvent<KeptEntries>) => onChange(data));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origins
    return { tell: (entries) => channel.postMessage(entries), leave: () => channel.close() };
  } catch {
    // The browser blocks storage, and this with it.
    return { tell: () => undefined, leave: () => undefined };
  }
}
