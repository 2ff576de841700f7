import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../errors/app-error.js';
import type { Environment } from './environment.js';
import {
  count,
  databaseUrl,
  days,
  discordToken,
  host,
  hostNames,
  httpsUrl,
  httpUrl,
  isFolder,
  owners,
  port,
  queueUrl,
  secretWord,
  snowflake,
  telegramToken,
  wholeNumber,
} from './forms.js';
import { readSecretFiles, SECRET_SETTINGS } from './secret-files.js';

/** The models that come with the program, wherever it is started. */
const OWN_MODELS = fileURLToPath(new URL('../../models', import.meta.url));

/** Every setting there is; `.env.example` explains each. */
const schema = z.object({
  HOST: host.default('127.0.0.1'),
  PORT: port.default(8080),
  PUBLIC_URL: httpUrl.optional(),
  WEB_TOKEN: secretWord.optional(),
  ALLOWED_HOSTS: hostNames.optional(),
  TRUSTED_PROXIES: wholeNumber.pipe(z.number().min(0).max(10)).default(0),
  WEB_REQUESTS_PER_MINUTE: count.optional(),
  OPERATIONS_HOST: host.default('127.0.0.1'),
  OPERATIONS_PORT: port.optional(),
  MUGEN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),

  MUGEN_MODELS: z.string().refine(isFolder, 'a folder that is there').default(OWN_MODELS),
  MUGEN_MODEL: z.string().optional(),
  INFERENCE_RUNTIME: z.enum(['onnx', 'tfjs']).default('onnx'),
  INFERENCE_DEVICE: z.enum(['auto', 'cuda', 'webgpu', 'cpu']).default('auto'),
  MUGEN_WORKERS: count.pipe(z.number().max(64)).optional(),
  MUGEN_THREADS: count.pipe(z.number().max(64)).optional(),
  MUGEN_QUEUE_LIMIT: count.optional(),
  QUEUE_URL: queueUrl.optional(),

  DATABASE_URL: databaseUrl.optional(),
  MUGEN_PORTRAIT_DAYS: days.default(30),
  MUGEN_POST_DAYS: days.default(365),

  OWNERS: owners.optional(),
  MUGEN_PERSON_PICTURES_PER_MINUTE: count.optional(),
  MUGEN_SERVER_PICTURES_PER_MINUTE: count.optional(),
  MUGEN_ENDLESS_LIMIT: count.optional(),

  DISCORD_TOKEN: discordToken.optional(),
  DISCORD_TEST_SERVER: snowflake.optional(),
  DISCORD_API_URL: httpUrl.optional(),
  SHARDING: z
    .union([z.literal('auto'), count.pipe(z.number().max(1000))], 'Expected auto, or 1 to 1000')
    .optional(),

  TELEGRAM_TOKEN: telegramToken.optional(),
  TELEGRAM_API_ROOT: httpUrl.optional(),
  TELEGRAM_STORAGE_CHAT: wholeNumber.optional(),
  TELEGRAM_WEBHOOK_URL: httpsUrl.optional(),
  TELEGRAM_WEBHOOK_HOST: host.optional(),
  TELEGRAM_WEBHOOK_PORT: port.default(8443),
  TELEGRAM_WEBHOOK_SECRET: secretWord.optional(),
});

/** All settings, checked. A name is the environment's own; what is unset or empty has its default. */
export type Settings = Readonly<z.infer<typeof schema>>;

/**
 * Reads the settings once, at start.
 * @throws ConfigError whose message names each wrong setting and its rule, never its value
 */
export function loadSettings(environment: Environment = process.env): Settings {
  const { settings, problems } = readSecretFiles(environment);
  const result = schema.safeParse(settings);
  const issues = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${ruleOf(issue)}`);
  const wrong = [...problems, ...(issues ?? []), ...missingModel(settings)];
  if (result.success && wrong.length === 0) return Object.freeze(result.data);
  const details = wrong.map((line) => `  ${line}`).join('\n');
  throw new ConfigError('config-invalid', `correct these settings:\n${details}`, {
    context: { details },
  });
}

type Issue = z.core.$ZodIssue;

/** Rules of ours are worded as what was expected; so are those of zod, and none says what was got. */
function ruleOf({ code, message }: Issue): string {
  return code === 'custom' || code === 'invalid_format' ? `expected ${message}` : message;
}

/** Not there: neither as an id in the folder of models nor as a path. */
function missingModel({ MUGEN_MODELS = OWN_MODELS, MUGEN_MODEL }: Record<string, string>) {
  if (MUGEN_MODEL === undefined || !isFolder(MUGEN_MODELS)) return [];
  const isThere = isFolder(MUGEN_MODEL) || isFolder(join(MUGEN_MODELS, MUGEN_MODEL));
  return isThere ? [] : ['MUGEN_MODEL: expected the id of a model in MUGEN_MODELS'];
}

/** The names of all settings, for a check that `.env.example` explains each. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

/** All names that are read, with those that point at files. */
export const KNOWN_NAMES: readonly string[] = [
  ...SETTING_NAMES,
  ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
];
