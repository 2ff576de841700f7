import { DefaultRestOptions } from 'discord.js';
import type { DiscordSettings } from '../settings.js';

const timeoutMs = 10_000;

/** Discord's verdict on a token; `unknown` if it did not answer the question. */
export type TokenState = 'good' | 'refused' | 'unknown';

/** Asks Discord itself, apart from discord.js: that forgets its token with the first 401. */
export async function checkToken(
  settings: Pick<DiscordSettings, 'token' | 'apiUrl'>,
): Promise<TokenState> {
  const { token, apiUrl = DefaultRestOptions.api } = settings;
  const { version } = DefaultRestOptions;
  try {
    const response = await fetch(`${apiUrl}/v${version}/users/@me`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    if (response.status === 401) return 'refused';
    return response.ok || response.status === 429 ? 'good' : 'unknown';
  } catch {
    return 'unknown';
  }
}
