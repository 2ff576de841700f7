import type { ConversationKey, JsonValue } from '../../../game/people/conversation.js';
import type { Caller } from '../caller.js';
import { PLATFORM, type TelegramContext } from '../telegram-context.js';

/** The awaited step of a guided conversation. Stored, so that it survives a restart. */
export type ConversationState =
  | {
      readonly kind: 'change';
      readonly portraitId: string;
      /** Values picked so far, by group. */
      readonly chosen: Readonly<Record<string, string>>;
      /** The message with the keyboard. */
      readonly promptId: number;
    }
  | { readonly kind: 'blend'; readonly portraitId: string; readonly promptId: number }
  | { readonly kind: 'name'; readonly number: number; readonly promptId: number };

/** The asker's open conversation in this chat, if there is one. */
export async function findConversation(
  context: TelegramContext,
  caller: Caller,
): Promise<ConversationState | undefined> {
  return readState(await context.game.conversations.find(keyOf(caller)));
}

/**
 * Keeps for half an hour where the asker stands, in place of any other step of theirs in this chat.
 */
export function saveConversation(
  context: TelegramContext,
  caller: Caller,
  state: ConversationState,
): Promise<void> {
  return context.game.conversations.save(keyOf(caller), state);
}

/** Nothing is waited for any more; harmless where nothing was. */
export function endConversation(context: TelegramContext, caller: Caller): Promise<void> {
  return context.game.conversations.end(keyOf(caller));
}

function keyOf(caller: Caller): ConversationKey {
  return {
    platform: PLATFORM,
    channelId: String(caller.place.chatId),
    platformId: String(caller.userId),
  };
}

/** An earlier version may have written it: anything unknown is no conversation. */
function readState(state: JsonValue | undefined): ConversationState | undefined {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined;
  const { kind, portraitId, chosen, promptId, number } = state as Readonly<
    Record<string, JsonValue>
  >;
  if (typeof promptId !== 'number') return undefined;
  if (kind === 'name' && typeof number === 'number') return { kind, number, promptId };
  if (typeof portraitId !== 'string') return undefined;
  if (kind === 'blend') return { kind, portraitId, promptId };
  if (kind !== 'change') return undefined;
  const entries = Object.entries(chosen ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { kind, portraitId, chosen: Object.fromEntries(entries), promptId };
}
