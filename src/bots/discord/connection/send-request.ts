import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import type { TokenState } from './check-token.js';

/** How discord.js' REST client sends a request. */
export type SendRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<SendRequest>>;

/**
 * The connection ended under the request, most often one that Discord had closed while it was idle.
 * discord.js repeats ECONNRESET alone.
 */
const repeatable = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const pausesMs = [50, 250, 1000];

/**
 * Sends, and sends again where the connection broke: channel messages carry a nonce, an interaction
 * takes one first answer, edits and deletions may be repeated, and a follow-up twice is better than
 * none. A 401 is believed only where `checkToken` finds the token refused: discord.js forgets its
 * token with the first one that it sees.
 */
export function createSendRequest(
  checkToken: () => Promise<TokenState>,
  send: SendRequest = DefaultRestOptions.makeRequest,
): SendRequest {
  let checking: Promise<TokenState> | undefined;
  const checkOnce = () => {
    checking ??= checkToken().finally(() => {
      checking = undefined;
    });
    return checking;
  };
  return async (url, init) => {
    const answer = await sendPersistently(send, url, init);
    if (answer.status !== 401 || !new Headers(init.headers as HeadersInit).has('authorization')) {
      return answer;
    }
    const state = await checkOnce();
    if (state === 'refused') return answer;
    if (state === 'unknown') return { ...answer, status: 503, ok: false };
    const again = await sendPersistently(send, url, init);
    return again.status === 401 ? { ...again, status: 403 } : again;
  };
}

async function sendPersistently(
  send: SendRequest,
  url: string,
  init: Parameters<SendRequest>[1],
): Promise<Answer> {
  for (const pauseMs of pausesMs) {
    try {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      return await send(url, init);
    } catch (error) {
      if (!isBroken(error)) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await sleep(pauseMs);
    }
  }
  return send(url, init);
}

/** True for errors of the connection itself, also as the cause of another. */
export function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && repeatable.has(code)) || isBroken(error.cause);
}
