/** SQLite's driver has no declarations of its own; this is what the tests ask of it. */
declare module 'better-sqlite3' {
  interface Statement {
    all(): unknown[];
    get(): unknown;
  }

  export default class Database {
    constructor(file: string, options?: { readonly readonly?: boolean });
    exec(sql: string): this;
    prepare(sql: string): Statement;
    transaction(work: () => void): () => void;
    close(): void;
  }
}
