import { readFileSync } from 'node:fs';
import type { Environment } from './environment.js';

/** Settings that may stand in a file instead, as Docker, Kubernetes and systemd hand secrets over. */
export const SECRET_SETTINGS = [
  'DISCORD_TOKEN',
  'TELEGRAM_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'DATABASE_URL',
  'QUEUE_URL',
  'WEB_TOKEN',
] as const;

/** Settings as they are after reading files, and a sentence per file that cannot be used. */
export interface FilledSettings {
  readonly settings: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** Puts what `NAME_FILE` points at in place of `NAME`, and leaves out what is empty. */
export function readSecretFiles(environment: Environment): FilledSettings {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const trimmed = value?.trim() ?? '';
    if (trimmed !== '') settings[name] = trimmed;
  }
  const problems = SECRET_SETTINGS.flatMap((name) => fill(settings, name) ?? []);
  return { settings, problems };
}

function fill(settings: Record<string, string>, name: string): string | undefined {
  const file = settings[`${name}_FILE`];
  if (file === undefined) return undefined;
  let content: string;
  try {
    content = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    return `${name}_FILE: the file cannot be read (${reason})`;
  }
  if (content === '') return `${name}_FILE: the file is empty`;
  // A shard is handed the token in both ways.
  if ((settings[name] ?? content) !== content) return `${name}_FILE: ${name} is set as well`;
  settings[name] = content;
  return undefined;
}
