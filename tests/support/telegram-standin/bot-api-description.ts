import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

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

const FILE_NAME = 'telegram-bot-api.json';
let hasWarned = false;

/** Where the description is looked for: `MUGEN_SPECS_DIR`, else beside the repository. */
export function descriptionPath(): string {
  return resolve(process.env['MUGEN_SPECS_DIR'] ?? '../shared/specs', FILE_NAME);
}

/** Reads the description; undefined, with one clear line on stderr, where it is missing. */
export function loadBotApiDescription(): BotApiDescription | undefined {
  const path = descriptionPath();
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as BotApiDescription;
  if (!hasWarned) {
    hasWarned = true;
    process.stderr.write(
      `telegram stand-in: ${path} is missing, so requests are checked against the documented ` +
        'limits only, not against the Bot API description. Set MUGEN_SPECS_DIR to its folder.\n',
    );
  }
  return undefined;
}
