import type { Settings } from './env.js';

/** Settings of the model and its workers. */
export function inferenceSettings(settings: Settings) {
  const { MUGEN_QUEUE_LIMIT: maxWaiting } = settings;
  return {
    modelsFolder: settings.MUGEN_MODELS,
    runtime: settings.INFERENCE_RUNTIME,
    device: settings.INFERENCE_DEVICE,
    ...withoutUndefined({
      model: settings.MUGEN_MODEL,
      workers: settings.MUGEN_WORKERS,
      threads: settings.MUGEN_THREADS,
    }),
    pool: withoutUndefined({ maxWaiting }),
  };
}

/** Undefined without an address: this process draws for itself. */
export function queueSettings({ QUEUE_URL: url, MUGEN_QUEUE_LIMIT: maxWaiting }: Settings) {
  return url === undefined ? undefined : { url, limits: withoutUndefined({ maxWaiting }) };
}

/** Undefined without a port: nobody watches. */
export function operationsSettings({ OPERATIONS_HOST: host, OPERATIONS_PORT: port }: Settings) {
  return port === undefined ? undefined : { host, port };
}

/** The page's address, and who may use it. */
export function webSettings(settings: Settings) {
  return {
    host: settings.HOST,
    port: settings.PORT,
    trustedProxies: settings.TRUSTED_PROXIES,
    ...withoutUndefined({
      publicUrl: settings.PUBLIC_URL,
      token: settings.WEB_TOKEN,
      allowedHosts: settings.ALLOWED_HOSTS,
      requestsPerMinute: settings.WEB_REQUESTS_PER_MINUTE,
    }),
  };
}

/** True if others than this machine's users reach the page. */
export function isPageOpen({ HOST, PUBLIC_URL }: Settings): boolean {
  return PUBLIC_URL !== undefined || !/^(localhost|127\..*|::1)$/.test(HOST);
}

const DAY_MS = 86_400_000;

/** The rules of the game that differ from its defaults. */
export function gameSettings(settings: Settings) {
  return {
    retentionMs: settings.MUGEN_PORTRAIT_DAYS * DAY_MS,
    postRetentionMs: settings.MUGEN_POST_DAYS * DAY_MS,
    // The page belongs to whoever runs it, unless others reach it.
    ...(isPageOpen(settings) ? { limitedPlatforms: ['discord', 'telegram', 'web'] as const } : {}),
    ...withoutUndefined({
      owners: settings.OWNERS,
      personPicturesPerMinute: settings.MUGEN_PERSON_PICTURES_PER_MINUTE,
      serverPicturesPerMinute: settings.MUGEN_SERVER_PICTURES_PER_MINUTE,
      endlessLimit: settings.MUGEN_ENDLESS_LIMIT,
    }),
  };
}

/** Undefined without a token: no Discord front end. */
export function discordSettings(settings: Settings) {
  const { DISCORD_TOKEN: token } = settings;
  if (token === undefined) return undefined;
  return {
    token,
    ...withoutUndefined({
      testServerId: settings.DISCORD_TEST_SERVER,
      apiUrl: settings.DISCORD_API_URL,
      sharding: settings.SHARDING,
    }),
  };
}

/** Undefined without a token: no Telegram front end. */
export function telegramSettings(settings: Settings) {
  const { TELEGRAM_TOKEN: token, TELEGRAM_WEBHOOK_URL: url } = settings;
  if (token === undefined) return undefined;
  const webhook = url && {
    url,
    port: settings.TELEGRAM_WEBHOOK_PORT,
    ...withoutUndefined({
      host: settings.TELEGRAM_WEBHOOK_HOST,
      secret: settings.TELEGRAM_WEBHOOK_SECRET,
    }),
  };
  return {
    token,
    ...withoutUndefined({
      apiRoot: settings.TELEGRAM_API_ROOT,
      storageChatId: settings.TELEGRAM_STORAGE_CHAT,
      webhook: webhook || undefined,
    }),
  };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Leaves unset settings out, so that whoever takes the rest fills in its own defaults. */
function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Defined<Fields>;
}
