import type { Language } from '../attributes/language.js';
import type { GroupName } from '../attributes/vocabulary.js';
import { describeGroups, type Described } from './describe-portrait.js';
import type { Messages } from './messages.js';

/** A face found in a picture, as far as it is worded. */
interface Adopted {
  readonly found: 'recipe' | 'seen';
  readonly portrait: Pick<Described, 'attributes'>;
  readonly seen: readonly GroupName[];
}

/** The attributes made out in a picture, then the faces drawn of it; at most two lines. */
export function adoptedLines(
  messages: Messages,
  language: Language,
  { found, portrait, seen }: Adopted,
): string[] {
  if (found === 'recipe') return [messages.t(language, 'common:share.redrawn')];
  const description = describeGroups(portrait, seen, language);
  const told =
    description === '' ? [] : [messages.t(language, 'common:adopt.seen', { description })];
  return [...told, messages.t(language, 'common:adopt.relatives')];
}
