import type { Language } from '../attributes/language.js';
import type { Messages } from './messages.js';

/** An owner's command as it ended; `sent` counts the channels of an announcement. */
export type OwnerNotice =
  | {
      readonly kind: 'stats';
      readonly servers: number;
      readonly people: number;
      readonly favorites: number;
      readonly pullsOfDay: number;
      readonly blocks: number;
      readonly waiting: number | undefined;
      readonly uptimeMinutes: number;
    }
  | { readonly kind: 'blocked' | 'unblocked' | 'not-blocked'; readonly id: string }
  | { readonly kind: 'announced'; readonly sent: number; readonly all: number }
  | { readonly kind: 'usage' };

/** The lines that tell the owner of it. */
export function ownerReply(
  messages: Messages,
  language: Language,
  notice: OwnerNotice,
): readonly string[] {
  const t = messages.t.bind(messages, language);
  switch (notice.kind) {
    case 'stats': {
      const { waiting, uptimeMinutes, kind: _kind, ...counts } = notice;
      const uptime = {
        days: Math.floor(uptimeMinutes / 1440),
        hours: Math.floor(uptimeMinutes / 60) % 24,
        minutes: uptimeMinutes % 60,
      };
      return [
        t('common:owner.counts', counts),
        t('common:owner.today', { pulls: counts.pullsOfDay, waiting: waiting ?? '–' }),
        t('common:owner.uptime', uptime),
      ];
    }
    case 'blocked':
      return [t('common:owner.blocked', { id: notice.id })];
    case 'unblocked':
      return [t('common:owner.unblocked', { id: notice.id })];
    case 'not-blocked':
      return [t('common:owner.notBlocked', { id: notice.id })];
    case 'announced':
      return [t('common:owner.announced', { sent: notice.sent, all: notice.all })];
    case 'usage':
      return [t('common:owner.usage')];
  }
}
