import { existsSync, readFileSync } from 'node:fs';
import { platformDescription } from '../platform-descriptions.js';

/** One parameter of a method, or one field of a type, as Telegram describes it. */
export interface FieldDescription {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
}

interface Described {
  readonly fields?: readonly FieldDescription[];
  readonly subtypes?: readonly string[];
}

/** The Bot API's methods and types, as the description file holds them. */
export interface BotApiDescription {
  readonly version: string;
  readonly methods: Readonly<Record<string, Described>>;
  readonly types: Readonly<Record<string, Described>>;
}

/** Reads the description; undefined where it is missing, which the end of the run tells. */
export function loadBotApiDescription(): BotApiDescription | undefined {
  const path = platformDescription('telegram-bot-api.json');
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as BotApiDescription;
}
