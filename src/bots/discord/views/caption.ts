import { describeAll, describeNamed } from '../../../messages/describe-portrait.js';
import type { AttributeRequest, GroupName, Portrait } from '../../../game/portraits/portrait.js';
import { resultNotes } from '../../../messages/result-notes.js';
import { escapeText, plainText, shorten } from './escape.js';
import type { Caller } from '../caller.js';

/** Input of a pull's caption; a `PullResult` fits as it is. */
export interface CaptionParts {
  /** As the person wrote it. */
  readonly description?: string;
  readonly request?: AttributeRequest;
  readonly portraits: readonly Portrait[];
  /** Groups that were left open. */
  readonly drawn?: readonly GroupName[];
  readonly isRandom?: boolean;
  readonly seed?: number;
}

/** Caption of a pull: the words, how they were read, and the seed. */
export function pullCaption(caller: Caller, parts: CaptionParts): string {
  const { t } = caller;
  const { description = '', seed, isRandom = false } = parts;
  const facts = [
    ...namedFacts(caller, parts),
    ...(isRandom ? [] : luckFacts(caller, parts)),
    ...(seed === undefined ? [] : [t('common:result.seed', { seed })]),
  ];
  return [
    ...(description === '' ? [] : [`**${escapeText(description)}**`]),
    ...(isRandom ? [t('common:result.luck')] : []),
    ...requestNotes(caller, parts.request),
    ...(facts.length === 0 ? [] : [small(facts.join(t('common:result.separator')))]),
  ].join('\n');
}

function namedFacts(caller: Caller, { portraits }: CaptionParts): string[] {
  const first = portraits[0];
  const list = first === undefined ? '' : describeNamed(first, caller.language);
  return list === '' ? [] : [caller.t('common:result.named', { list })];
}

/** The groups of a single face that luck drew; of several it is another thing each. */
function luckFacts({ t, language }: Caller, { portraits, drawn = [] }: CaptionParts): string[] {
  const [first] = portraits;
  if (first === undefined || portraits.length > 1 || drawn.length === 0) return [];
  const list = describeNamed({ ...first, named: drawn }, language);
  return list === '' ? [] : [t('common:result.drawn', { list })];
}

/** Remarks on how the words were read, a line each. */
export function requestNotes(caller: Caller, request: AttributeRequest | undefined): string[] {
  if (request === undefined) return [];
  const { context, language } = caller;
  return resultNotes(context.messages, language, { request }).map(({ text }) => escapeText(text));
}

/** Alt text: everything that can be seen, numbered where there are several. */
export function altText(caller: Caller, portraits: readonly Portrait[]): string {
  const { t, language } = caller;
  const described = portraits.map((portrait) => plainText(describeAll(portrait, language)));
  if (portraits.length === 1) {
    const description = described[0] ?? '';
    return description === ''
      ? t('common:result.altRandom')
      : t('common:result.alt', { description });
  }
  const description = described.map((one, index) => `${index + 1}. ${one}`).join('; ');
  return shorten(t('common:result.altGrid', { count: portraits.length, description }), 1000);
}

/** Discord's small print. */
export function small(text: string): string {
  return `-# ${text}`;
}
