import type { Language } from './person.js';

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
