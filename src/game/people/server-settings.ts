import type { Language } from './person.js';

/** The rules that a server made for itself. */
export interface ServerSettings {
  /** Spoken where a person has chosen none; absent: the platform's hint. */
  readonly language?: Language;
  /** Channels and categories where the bot answers; empty: everywhere that is not forbidden. */
  readonly allowedChannels: readonly string[];
  /** Channels and categories where it does not. */
  readonly forbiddenChannels: readonly string[];
  /** Words of which nothing is drawn there, as compared: case and width folded. */
  readonly forbiddenWords: readonly string[];
  readonly isEndlessAllowed: boolean;
  /** Pictures a minute; absent: the installation's defaults. */
  readonly personPicturesPerMinute?: number;
  readonly serverPicturesPerMinute?: number;
}

/** `undefined` as a value takes a setting back to its default. */
export type ServerSettingsChange = {
  readonly [Key in keyof ServerSettings]?: ServerSettings[Key] | undefined;
};
