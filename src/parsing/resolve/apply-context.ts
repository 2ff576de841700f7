import type { RequestBuilder } from './request-builder.js';

/** The builder that findings are written to, and how their words are read. */
export interface ApplyContext {
  /** Takes what the findings set; one for all clauses of a description. */
  readonly builder: RequestBuilder;
  /** True if the whole text reads as Chinese, which means other colours by a few words. */
  readonly isChinese: boolean;
  /** True in a clause that tells how things are now, unlike before ("now it is white"). */
  readonly isNow?: boolean;
}
