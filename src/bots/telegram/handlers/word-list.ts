import { NotAllowedError } from '../../../errors/app-error.js';
import { readWordList } from '../../../game/people/forbidden-words.js';
import type { Caller } from '../caller.js';
import { sendWords } from '../sending/delivery.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** `+ one, another` forbids, `- one` permits again. */
const CHANGE = /^(?<sign>[+＋\-－−–])\s*(?<words>.+)$/su;

/**
 * Adds to or takes from the words of which nothing is drawn in a group. The list itself is not said
 * there: everybody would read it. @throws NotAllowedError `manager-only`
 */
export async function changeWordList(
  context: TelegramContext,
  caller: Caller,
  { rest, replyTo }: { readonly rest: string; readonly replyTo: number },
): Promise<void> {
  const { t, place } = caller;
  const say = (lines: readonly string[]) => sendWords(context, place, { lines, replyTo });
  if (!place.isGroup) {
    await say([t('telegram:words.groupsOnly')]);
    return;
  }
  if (!(await mayManage(context, caller))) {
    throw new NotAllowedError('manager-only', 'expected an administrator of the group');
  }
  const { sign, words = '' } = CHANGE.exec(rest.trim())?.groups ?? {};
  const named = readWordList(words);
  if (sign === undefined || named.length === 0) {
    await say(t('telegram:words.usage').split('\n'));
    return;
  }
  const { servers } = context.game;
  const server = { platform: PLATFORM, serverId: String(place.chatId) } as const;
  const { forbiddenWords: before } = await servers.settings(server);
  const others = before.filter((word) => !named.includes(word));
  const forbiddenWords = /[+＋]/.test(sign) ? [...others, ...named] : others;
  await servers.change(server, { forbiddenWords }, { mayManage: true });
  await say([t('telegram:words.done', { count: forbiddenWords.length })]);
}

/** Administrators, also those who write in the group's own name. @throws TelegramRefusal */
async function mayManage(context: TelegramContext, { userId, place }: Caller): Promise<boolean> {
  if (userId === place.chatId) return true;
  if (userId < 0) return false;
  const { status } = await context.outbox.ask<{ readonly status: string }>('getChatMember', {
    chat_id: place.chatId,
    user_id: userId,
  });
  return status === 'creator' || status === 'administrator';
}
