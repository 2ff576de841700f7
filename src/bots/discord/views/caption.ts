import { describeAll } from '../../../messages/describe-portrait.js';
import type { CaptionStyle } from '../../../messages/result-caption.js';
import type { Portrait } from '../../../game/portraits/portrait.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import { escapeText, plainText, shorten } from './escape.js';
import type { Caller } from '../caller.js';

const longestQuote = 400;

/** Captions as they may be read where the answer goes: by all, or by the person alone. */
export function styleOf(
  { context, language, isAlone }: Caller,
  { isPrivate }: Pick<ReplyTarget, 'isPrivate'>,
): CaptionStyle {
  const isPublic = !isPrivate && !isAlone;
  const quote = (text: string) => escapeText(text, longestQuote);
  return { messages: context.messages, language, isPublic, quote };
}

/** Two lines at most: the first stands out, the second is small print. */
export function captionOf([first = '', second = '']: readonly string[]): string {
  const lines = [first === '' ? '' : `**${first}**`, second === '' ? '' : small(second)];
  return lines.filter((line) => line !== '').join('\n');
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
