import type {
  AttributeRequest,
  Override,
  Remark,
  Repair,
  UnknownWord,
} from '../../attributes/attribute-request.js';

/** Reports of one kind that a request carries; a description that has more is nonsense anyway. */
const MAX_REPORTS = 40;

/** Gathers what there is to tell of a description beside what it sets. */
export class Reports {
  readonly #overridden: Override[] = [];
  readonly #unknown = new Map<string, UnknownWord>();
  readonly #undrawable = new Set<string>();
  readonly #repaired = new Map<string, Repair>();
  readonly #remarks = new Map<string, Remark>();

  /** True if a word meant nothing. */
  get hasUnknown(): boolean {
    return this.#unknown.size > 0;
  }

  /** Reports a word that means nothing, once; `nearest` is a suggestion for it, where there is one. */
  addUnknown(text: string, nearest: string | undefined): void {
    if (this.#unknown.size >= MAX_REPORTS || this.#unknown.has(text)) return;
    this.#unknown.set(text, nearest === undefined ? { text } : { text, nearest });
  }

  /** Reports words that were understood but cannot be drawn, once; `≠` before them: that they are denied. */
  addUndrawable(text: string): void {
    if (this.#undrawable.size < MAX_REPORTS) this.#undrawable.add(text);
  }

  /** Reports how a misspelt word was read, once. */
  addRepair(repair: Repair): void {
    if (this.#repaired.size < MAX_REPORTS) this.#repaired.set(repair.text, repair);
  }

  /** Reports something of the description as a whole, once a kind. */
  addRemark(remark: Remark): void {
    this.#remarks.set(remark.kind, remark);
  }

  /** Reports that a later word took over from an earlier one. */
  protected addOverride(override: Override): void {
    if (this.#overridden.length < MAX_REPORTS) this.#overridden.push(override);
  }

  /** All reports, as a request carries them. */
  protected list(): Omit<AttributeRequest, 'attributes' | 'guessed' | 'lacking'> {
    return {
      overridden: this.#overridden,
      unknown: [...this.#unknown.values()],
      undrawable: [...this.#undrawable],
      ...(this.#repaired.size === 0 ? {} : { repaired: [...this.#repaired.values()] }),
      ...(this.#remarks.size === 0 ? {} : { remarks: [...this.#remarks.values()] }),
    };
  }
}
