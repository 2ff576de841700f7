import type { Language, ServerAddress } from './person.js';

/** The rules that a server made for itself. */
export interface ServerSettings {
  /** Spoken where a person has chosen none; absent: the platform's hint. */
  readonly language?: Language;
  /** Channels where the bot answers; empty: everywhere. */
  readonly allowedChannels: readonly string[];
  readonly isEndlessAllowed: boolean;
  /** Pictures a minute; absent: the installation's defaults. */
  readonly personPicturesPerMinute?: number;
  readonly serverPicturesPerMinute?: number;
}

/** `undefined` as a value takes a setting back to its default. */
export type ServerSettingsChange = {
  readonly [Key in keyof ServerSettings]?: ServerSettings[Key] | undefined;
};

/** Settings of servers. */
export interface Servers {
  /** Where nothing was ever set: every channel, endless mode allowed, the installation’s limits. */
  settings(server: ServerAddress): Promise<ServerSettings>;
  /**
   * @throws NotAllowedError `manager-only` unless `mayManage`; UserInputError `option-not-allowed`
   */
  change(
    server: ServerAddress,
    change: ServerSettingsChange,
    by: { readonly mayManage: boolean },
  ): Promise<ServerSettings>;
  /** False where the server's managers did not list the channel. */
  isChannelAllowed(server: ServerAddress, channelId: string): Promise<boolean>;
  /** A group got a new id: settings, posts and limits move with it. Repeating it is harmless. */
  migrate(from: ServerAddress, toServerId: string): Promise<void>;
  /** The bot was removed: its settings and posts there are forgotten. */
  forget(server: ServerAddress): Promise<void>;
}
