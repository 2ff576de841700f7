/** SQLite's driver has no declarations of its own; this is what the tests ask of it. */
declare module 'better-sqlite3' {
  /** A prepared statement. */
  interface Statement {
    /** All rows. */
    all(): unknown[];
    /** The first row; undefined if there is none. */
    get(): unknown;
  }

  /** An open database file. */
  export default class Database {
    constructor(file: string, options?: { readonly readonly?: boolean });
    /** Runs statements without results. */
    exec(sql: string): this;
    /** Compiles one statement. */
    prepare(sql: string): Statement;
    /** Wraps `work` into a transaction. */
    transaction(work: () => void): () => void;
    /** Closes the file. */
    close(): void;
  }
}
