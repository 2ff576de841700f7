import type { WireError } from '../../errors/wire-error.js';

/** A storage thread's start-up data. */
export interface ThreadSetup {
  readonly url: string;
  readonly patienceMs: number;
}

/** To the thread: a method of a table, or of the storage itself where `table` is empty. */
export interface RequestMessage {
  readonly id: number;
  readonly table: string;
  readonly method: string;
  /** Plain data, as all that storage takes is. */
  readonly args: readonly unknown[];
}

/** From the thread. Opening it has the id 0. */
export type ResponseMessage =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: WireError };
