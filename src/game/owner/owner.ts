/** The outcome of an owner's command. */
export type OwnerOutcome =
  | {
      readonly kind: 'stats';
      /** Servers in which something was posted. */
      readonly servers: number;
      readonly people: number;
      readonly favorites: number;
      /** In the last 24 hours. */
      readonly pullsOfDay: number;
      readonly blocks: number;
      /** Pictures in the queue; undefined in a process that does not see it. */
      readonly waiting: number | undefined;
      readonly uptimeMinutes: number;
    }
  | { readonly kind: 'blocked' | 'unblocked' | 'not-blocked'; readonly id: string }
  /** For the front end to post, once per channel: the latest of each server of this platform. */
  | { readonly kind: 'announce'; readonly text: string; readonly channelIds: readonly string[] }
  | { readonly kind: 'usage' };
