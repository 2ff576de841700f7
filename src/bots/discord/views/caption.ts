import { describeAll, describeNamed } from '../../../messages/describe-portrait.js';
import type { AttributeRequest, GroupName, Portrait } from '../../../game/portraits/portrait.js';
import { escapeText, plainText, shorten } from './escape.js';
import type { Caller } from '../caller.js';

const unknownWordsShown = 3;

/** What is told under a pull; its result fits as it is. */
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

/** What was asked, what was understood of it, and how to get the same again. */
export function pullCaption(caller: Caller, parts: CaptionParts): string {
  const { t } = caller;
  const { description = '', drawn = [], seed, isRandom = false } = parts;
  const facts = [
    ...namedFacts(caller, parts),
    ...(isRandom || drawn.length === 0
      ? []
      : [t('common:result.drawn', { list: groupList(caller, drawn) })]),
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

function groupList({ t }: Caller, groups: readonly GroupName[]): string {
  return groups
    .map((group) => t(`attributes:group.${group}`))
    .join(t('common:result.listSeparator'));
}

/** Guesses, overridden, unknown and undrawable words, a line each. */
export function requestNotes(caller: Caller, request: AttributeRequest | undefined): string[] {
  if (request === undefined) return [];
  const { t } = caller;
  const value = (group: GroupName, name: string) => t(`attributes:value.${group}.${name}`);
  const guessed = request.guessed.map(({ text, group, value: name }) =>
    t('common:result.guessed', {
      text: escapeText(text),
      meaning: t('attributes:pair', {
        value: value(group, name),
        group: t(`attributes:group.${group}`),
      }),
    }),
  );
  const overridden = request.overridden.map(({ group, earlier, later }) =>
    t('common:result.overridden', {
      group: t(`attributes:group.${group}`),
      earlier: escapeText(earlier.text),
      later: escapeText(later.text),
    }),
  );
  const unknown = request.unknown.slice(0, unknownWordsShown).map(({ text, nearest }) =>
    nearest === undefined
      ? t('common:result.unknown', { text: escapeText(text) })
      : t('common:result.unknownNearest', {
          text: escapeText(text),
          nearest: escapeText(nearest),
        }),
  );
  const undrawable = request.undrawable
    .slice(0, unknownWordsShown)
    .map((text) => t('common:result.undrawable', { text: escapeText(text) }));
  return [...guessed, ...overridden, ...unknown, ...undrawable];
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
