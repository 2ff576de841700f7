import { isCjkCode } from './characters.js';
import type { TrieNode } from '../lexicon/lexicon-index.js';

/** Longer matches are words by themselves, whatever a segmenter makes of their neighbours. */
const LONGEST_PART = 3;

/** Longer texts are no descriptions, and segmenting them would take longer than all else together. */
const LONGEST_TEXT = 600;

let segmenter: Intl.Segmenter | undefined;

/** ICU's segmenter, made on first use: loading its dictionary takes longer than any description may. */
export function getSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return segmenter;
}

/**
 * The boundaries of Chinese and Japanese words, by ICU's dictionary: 别 in 性别 and タイ in タイトスカート are no
 * words of the text. Segments on first need, since most matches need no answer.
 */
export class WordBreaks {
  readonly #text: string;
  readonly #lexicon: TrieNode<number>;
  /** For each code unit of what was segmented so far, where its word starts and ends. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string, lexicon: TrieNode<number>) {
    this.#text = text;
    this.#lexicon = lexicon;
  }

  /** True if text[start..end) is only a part of a word whose other parts the lexicon does not know. */
  isPartOfAnother(start: number, end: number): boolean {
    if (this.#text.length > LONGEST_TEXT || end - start > LONGEST_PART) return false;
    if (!isCjkCode(this.#text.charCodeAt(start))) return false;
    this.#segmentAround(start);
    const from = this.#starts[start] ?? start;
    const to = this.#ends[start] ?? end;
    if (to < end || (from === start && to === end)) return false;
    return !this.#isTiled(from, to);
  }

  /**
   * The start of a word that text[start..end) cuts in two, if the whole of that word is an entry as well: 髪の先
   * ends within the 先輩 of 黒髪の先輩.
   */
  findCutWord(start: number, end: number): number | undefined {
    if (end - start < 2 || end >= this.#text.length || this.#text.length > LONGEST_TEXT) {
      return undefined;
    }
    for (let at = start + 1; at < end; at += 1) {
      const past = this.#findEntryPast(at, end);
      if (past === undefined) continue;
      this.#segmentAround(at);
      if (this.#starts[at] === at && this.#ends[at] === past) return at;
    }
    return undefined;
  }

  /** The end of the longest entry from a place that reaches past another. */
  #findEntryPast(at: number, end: number): number | undefined {
    let node: TrieNode<number> | undefined = this.#lexicon;
    let past: number | undefined;
    for (let to = at; to < this.#text.length; to += 1) {
      node = node.next?.get(this.#text.charCodeAt(to));
      if (node === undefined) break;
      if (node.meaning !== undefined && to >= end) past = to + 1;
    }
    return past;
  }

  /** Segments the run of Han characters and kana around a place, unless it was: words do not reach past it. */
  #segmentAround(at: number): void {
    if (this.#ends[at] !== undefined) return;
    let from = at;
    while (from > 0 && isCjkCode(this.#text.charCodeAt(from - 1))) from -= 1;
    let to = at + 1;
    while (to < this.#text.length && isCjkCode(this.#text.charCodeAt(to))) to += 1;
    for (const { segment, index } of getSegmenter().segment(this.#text.slice(from, to))) {
      const [start, end] = [from + index, from + index + segment.length];
      for (let unit = start; unit < end; unit += 1) {
        this.#starts[unit] = start;
        this.#ends[unit] = end;
      }
    }
  }

  /** True if entries of the lexicon, end to end, make up text[from..to): 黒髪 is 黒 and 髪. */
  #isTiled(from: number, to: number): boolean {
    const reached = new Set([from]);
    for (let at = from; at < to; at += 1) {
      if (!reached.has(at)) continue;
      let node: TrieNode<number> | undefined = this.#lexicon;
      for (let end = at; end < to; end += 1) {
        node = node.next?.get(this.#text.charCodeAt(end));
        if (node === undefined) break;
        if (node.meaning !== undefined) reached.add(end + 1);
      }
    }
    return reached.has(to);
  }
}
