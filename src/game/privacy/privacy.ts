import type { Person } from '../people/person.js';

/** Permissions of others on a person's portraits. */
export interface PrivacySettings {
  readonly allowsBlending: boolean;
}

/** One file of an export. */
export interface ExportFile {
  /** ASCII, ends in `.zip`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Everything a person owns: `recipes.json` and a picture a portrait. */
export interface ExportResult {
  /** One, or several where one would pass `maxBytes`. Each can be opened alone. */
  readonly files: readonly ExportFile[];
  readonly favorites: number;
  readonly portraits: number;
}

/** The data that a confirmation erases. */
export interface ErasureRequest {
  /** 12 letters and digits, fits a button. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly favorites: number;
  readonly portraits: number;
  readonly posts: number;
}

/** People's decisions about their own data. */
export interface Privacy {
  /** As stored now, not as the person was met; somebody forgotten allows nothing. */
  settings(person: Person): Promise<PrivacySettings>;
  /**
   * Sets what is given, gives all of it. @throws NotFoundError `person-not-found` (forgotten
   * meanwhile)
   */
  change(person: Person, settings: Partial<PrivacySettings>): Promise<PrivacySettings>;
  /** `maxBytes` bounds each file, default 9,000,000 (below every platform's upload limit). */
  export(person: Person, options?: { readonly maxBytes?: number }): Promise<ExportResult>;
  /** Nothing is erased yet; asking again replaces the token. */
  requestErasure(person: Person): Promise<ErasureRequest>;
  /**
   * Erases for good: favourites, posts, conversations, and every portrait nobody else keeps; what
   * others keep stays without the person and without their words.
   * @throws NotAllowedError `confirmation-expired` (wrong, used or too old)
   */
  erase(person: Person, token: string): Promise<void>;
}
