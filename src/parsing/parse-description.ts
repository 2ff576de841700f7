import { EMPTY_REQUEST, type AttributeRequest } from '../attributes/attribute-request.js';
import { getGroup, GROUP_NAMES, type GroupName } from '../attributes/vocabulary.js';
import { applyFindings } from './resolve/apply-findings.js';
import { bindClause } from './bind/bind-clause.js';
import { isChinese } from './segment/characters.js';
import { isLexiconEntry } from './lexicon/lexicon-index.js';
import { getNamedColors } from './colors/named-colors.js';
import { applyOptions } from './resolve/merge-options.js';
import { carrySubject, findSubject } from './clauses/carry-subject.js';
import { isContrast, joinDenials } from './clauses/join-denials.js';
import { joinSimiles } from './clauses/join-similes.js';
import { normalizeText } from './normalize/normalize-text.js';
import { readItems } from './clauses/read-items.js';
import { findOtherLanguage } from './refuse/other-language.js';
import { isSensitive } from './refuse/sensitive.js';
import { RequestBuilder } from './resolve/request-builder.js';
import { readSections } from './sections/read-sections.js';
import { getSegmenter } from './segment/word-breaks.js';
import { getSpellingIndex } from './recognize/spelling.js';
import { denyItems } from './sections/sections.js';
import { tokenize, type Token } from './recognize/tokenize.js';

/** Longer texts are no descriptions; a Telegram message ends here too. */
export const MAX_DESCRIPTION_LENGTH = 4096;

/** `nothing-drawable`: understood, but of things that no attribute shows; `nothing-understood`: not even that; `refused`: no face for everybody. */
export type ParseIssueCode =
  'nothing-understood' | 'nothing-drawable' | 'description-too-long' | 'refused';

/** Why a description cannot be drawn. It holds no sentence: whoever asked words it. */
export interface ParseIssue {
  readonly code: ParseIssueCode;
  /** `length` of the text and the `limit`, both in UTF-16 code units. */
  readonly context: Readonly<Record<string, number | string>>;
}

/** An expected failure is a value here, not an error. A request that is ok may name nothing. */
export type ParseResult =
  | { readonly ok: true; readonly request: AttributeRequest }
  | {
      readonly ok: false;
      readonly issues: readonly ParseIssue[];
      /** The unknown words with their suggestions. */
      readonly request: AttributeRequest;
    };

/** The options beside the text. */
export interface ParseOptions {
  /** A slash command's options: a value of the group or words for one; they override the text. */
  readonly options?: Readonly<Partial<Record<GroupName, string>>>;
}

/**
 * Reads a description in English, Chinese, Japanese or a mixture. Pure, linear in the text, never throws.
 *
 * An empty description is a request that names nothing; a text of which nothing can be drawn is not ok.
 */
export function parseDescription(text: string, { options = {} }: ParseOptions = {}): ParseResult {
  prepare();
  const plain = normalizeText(text);
  const builder = new RequestBuilder();
  const most = isTooLong(text) ? MAX_TOLD_OF_REFUSED : MAX_TOLD;
  const sections = readSections(plain, isLexiconEntry);
  // Negative prompts list what is to be kept out, "nsfw" first of all.
  if (sections.some((section) => !section.isNegative && isSensitive(section.text))) {
    return refuse(text);
  }
  for (const section of sections) if (!section.isNegative) readInto(builder, section.text, most);
  for (const section of sections) if (section.isNegative) deny(builder, section.text);
  const other = builder.hasUnknown ? findOtherLanguage(plain) : undefined;
  const kept = other?.isWhole === true ? new RequestBuilder() : builder;
  if (other !== undefined) kept.addRemark({ kind: 'language', language: other.language });
  applyOptions(kept, options, readInto);
  const request = withoutSensitive(kept.build());
  const code = findIssue(text, request, kept.isUnderstood);
  if (code === undefined) return { ok: true, request };
  const context = { length: text.length, limit: MAX_DESCRIPTION_LENGTH };
  return { ok: false, issues: [{ code, context }], request };
}

/** Words that were kept out ("no nudity"), or that stand in a text that is not refused for them, are never quoted. */
function withoutSensitive(request: AttributeRequest): AttributeRequest {
  const { unknown, undrawable } = request;
  if (unknown.length === 0 && undrawable.length === 0) return request;
  const isQuotable = (text: string): boolean => !isSensitive(text.replace(/^≠ /u, ''));
  return {
    ...request,
    unknown: unknown.filter(({ text }) => isQuotable(text)),
    undrawable: undrawable.filter(isQuotable),
  };
}

/** Nothing of a refused text is quoted, nor drawn. */
function refuse({ length }: string): ParseResult {
  const context = { length, limit: MAX_DESCRIPTION_LENGTH };
  return { ok: false, issues: [{ code: 'refused', context }], request: EMPTY_REQUEST };
}

/**
 * Takes in a negative prompt. It lists faults of pictures besides, so that only what it says plainly counts: the
 * opposite of one of two values ("glasses"), or of what was asked for as well.
 */
function deny(builder: RequestBuilder, text: string): void {
  builder.isUnderstood = true;
  const scratch = new RequestBuilder();
  readInto(scratch, denyItems(text), MAX_TOLD);
  const { attributes } = scratch.build();
  for (const group of GROUP_NAMES) {
    const weights = attributes[group];
    if (weights === undefined || builder.isNamed(group)) continue;
    if (getGroup(group).absent === undefined || getGroup(group).values.length > 2) continue;
    builder.assign(group, weights, { text: text.trim().slice(0, MAX_QUOTED), isGuess: false });
  }
}

const MAX_QUOTED = 80;

/** Builds all indexes with the first description, so that no later one waits for them. */
function prepare(): void {
  getSpellingIndex();
  getSegmenter();
  getNamedColors();
}

function isTooLong(text: string): boolean {
  return text.length > MAX_DESCRIPTION_LENGTH;
}

function findIssue(
  text: string,
  request: AttributeRequest,
  isUnderstood: boolean,
): ParseIssueCode | undefined {
  if (isTooLong(text)) return 'description-too-long';
  if (isUnderstood || Object.keys(request.attributes).length > 0 || text.trim() === '')
    return undefined;
  return request.undrawable.length > 0 ? 'nothing-drawable' : 'nothing-understood';
}

/** Telling pieces of text that are taken in; what a description can hold. */
const MAX_TOLD = 2000;
/** Those of a text that is too long to be a description, to say something of it all the same. */
const MAX_TOLD_OF_REFUSED = 200;

/** Reads a normalised text clause by clause. */
function readInto(builder: RequestBuilder, text: string, most = MAX_TOLD): void {
  const context = { builder, isChinese: isChinese(text), isNow: false };
  let clause: Token[] = [];
  let subject: ReturnType<typeof findSubject>;
  const endClause = (): void => {
    if (clause.length > 0) {
      const items = carrySubject(readItems(clause, context.isChinese), subject);
      applyFindings(bindClause(items), context);
      subject = findSubject(items) ?? subject;
    }
    // "no wait, green"
    if (clause.some(({ meaning }) => meaning.kind !== 'now')) context.isNow = false;
    clause = [];
  };
  const tokens = joinSimiles(joinDenials(tokenize(text, most)));
  for (const [at, token] of tokens.entries()) {
    const { kind } = token.meaning;
    if (kind === 'random') builder.isUnderstood = true;
    if (kind === 'character') builder.addRemark({ kind });
    for (const repair of token.repaired ?? []) builder.addRepair(repair);
    if (kind === 'now') context.isNow = true;
    if (token.meaning.kind === 'pronoun') builder.addPronoun(token.meaning.look);
    else if (kind === 'boundary' || (kind === 'but' && !isContrast(tokens, at))) endClause();
    else clause.push(token);
  }
  endClause();
}
