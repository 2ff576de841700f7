import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../errors/app-error.js';

/** The environment, as a process sees it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The models that come with the program, wherever it is started. */
const OWN_MODELS = fileURLToPath(new URL('../../models', import.meta.url));

const wholeNumber = z.coerce.number().int();
const count = wholeNumber.min(1);
const url = z.url();
const snowflake = z.string().regex(/^\d{17,20}$/, 'an id of 17 to 20 digits');

/** Every setting there is; `.env.example` explains each. */
const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber.min(0).max(65_535).default(8080),
  MUGEN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),

  MUGEN_MODELS: z.string().default(OWN_MODELS),
  MUGEN_MODEL: z.string().optional(),
  INFERENCE_RUNTIME: z.enum(['onnx', 'tfjs']).default('onnx'),
  INFERENCE_DEVICE: z.enum(['auto', 'cuda', 'webgpu', 'cpu']).default('auto'),
  MUGEN_WORKERS: count.max(64).optional(),
  MUGEN_THREADS: count.max(64).optional(),
  MUGEN_QUEUE_LIMIT: count.optional(),
  QUEUE_URL: z
    .url({
      protocol: /^(rediss?|postgres(ql)?)$/,
      error: 'a redis://, rediss:// or postgresql:// address',
    })
    .optional(),

  DATABASE_URL: z.string().optional(),
  MUGEN_PORTRAIT_DAYS: count.default(30),

  MUGEN_PERSON_PICTURES_PER_MINUTE: count.optional(),
  MUGEN_SERVER_PICTURES_PER_MINUTE: count.optional(),
  MUGEN_ENDLESS_LIMIT: count.optional(),

  DISCORD_TOKEN: z.string().optional(),
  DISCORD_TEST_SERVER: snowflake.optional(),
  DISCORD_API_URL: url.optional(),
  SHARDING: z.union([z.literal('auto'), count.max(1000)]).optional(),

  TELEGRAM_TOKEN: z.string().optional(),
  TELEGRAM_API_ROOT: url.optional(),
  TELEGRAM_STORAGE_CHAT: wholeNumber.optional(),
  TELEGRAM_WEBHOOK_URL: url.optional(),
  TELEGRAM_WEBHOOK_HOST: z.string().optional(),
  TELEGRAM_WEBHOOK_PORT: wholeNumber.min(0).max(65_535).default(8443),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ and -')
    .optional(),
});

/** All settings, checked. A name is the environment's own; what is unset or empty has its default. */
export type Settings = Readonly<z.infer<typeof schema>>;

/**
 * Reads the settings once, at start.
 * @throws ConfigError whose message names each wrong setting and its rule, never its value
 */
export function loadSettings(environment: Environment = process.env): Settings {
  const filled = Object.entries(environment)
    .map(([name, value]) => [name, value?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const result = schema.safeParse(Object.fromEntries(filled));
  if (result.success) return Object.freeze(result.data);
  const details = z.prettifyError(result.error);
  throw new ConfigError('config-invalid', `correct these settings:\n${details}`, {
    context: { details },
  });
}

/** The names of all settings, for a check that `.env.example` explains each. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);
