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
  /** Posted in `sent` servers of the `all` in which something was posted lately. */
  | { readonly kind: 'announced'; readonly sent: number; readonly all: number }
  | { readonly kind: 'usage' };

/** Posts an announcement in a channel of one platform. Throws where it cannot. */
export type Announcer = (channelId: string, text: string) => Promise<unknown>;
