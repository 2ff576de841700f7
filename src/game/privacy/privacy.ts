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
