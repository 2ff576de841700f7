import type { Settings } from './env.js';

/** Replacement of a secret in anything that is written. */
const HIDDEN = '[secret]';
/** Shorter ones are in too many words, and no secrets. */
const SHORTEST = 4;

/** Every value that must not be written anywhere, in each way that it may be written. */
export function secretsOf(settings: Settings): readonly string[] {
  const { DISCORD_TOKEN, TELEGRAM_TOKEN, TELEGRAM_WEBHOOK_SECRET, WEB_TOKEN } = settings;
  const passwords = [settings.DATABASE_URL, settings.QUEUE_URL].map(passwordOf);
  const values = [DISCORD_TOKEN, TELEGRAM_TOKEN, TELEGRAM_WEBHOOK_SECRET, WEB_TOKEN, ...passwords];
  const written = values.flatMap((value) => {
    if (value === undefined || value.length < SHORTEST) return [];
    return [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
  });
  // The longest first: one may be a part of another.
  return [...new Set(written)].toSorted((a, b) => b.length - a.length);
}

/** Hides each secret wherever it stands in a text, whoever wrote it there. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text);
}

function passwordOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { password } = new URL(url);
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
