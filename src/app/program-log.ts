import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { pino, type Logger } from 'pino';
import { KNOWN_NAMES, type Settings } from '../config/env.js';
import { hideSecrets, secretsOf } from '../config/secrets.js';
import { findUnknownSettings } from '../config/unknown-settings.js';
import { LOG_SERIALIZERS } from '../errors/log-error.js';
import { currentRequest } from '../errors/request-scope.js';

/** The version of this program, as its package says. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

/**
 * The log of this process: one JSON object a line on standard output, also of what libraries would write there
 * as they like. No secret of the settings leaves it, whatever a library's error quotes.
 *
 * @param name the part that every line names, where the program is only one
 */
export function openLog(settings: Settings, name?: string): Logger {
  const secrets = secretsOf(settings);
  const output = pino.destination({ fd: 1, sync: true });
  const write = (line: string): void => {
    output.write(hideSecrets(line, secrets));
  };
  const level = settings.MUGEN_LOG_LEVEL;
  const base = pino({ level, serializers: LOG_SERIALIZERS, mixin: nameRequest }, { write });
  const log = name === undefined ? base : base.child({ part: name });
  takeConsoleOver(log);
  return log;
}

/** Every line says which event it is about, where it is about one. */
function nameRequest(): object {
  const request = currentRequest();
  return request === undefined ? {} : { request };
}

/** Says what begins, and which settings it has; and which it was given that there are not. */
export function logStart(log: Logger, settings: Settings): void {
  const secrets = secretsOf(settings);
  const shown = JSON.parse(hideSecrets(JSON.stringify(settings), secrets)) as object;
  const { versions, platform, arch } = process;
  const on = { node: versions.node, platform, arch };
  log.info({ version: VERSION, ...on, settings: shown }, `Mugen Gacha ${VERSION} begins`);
  // oxlint-disable-next-line node/no-process-env -- only the names
  for (const { name, near } of findUnknownSettings(process.env, KNOWN_NAMES)) {
    const meant = near === undefined ? '' : `; did you mean ${near}?`;
    log.warn({ setting: name, near }, `${name} is no setting${meant}`);
  }
}

/** Libraries write there in plain text, which whoever reads JSON lines stumbles over. */
function takeConsoleOver(log: Logger): void {
  const tell =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...said: unknown[]): void => {
      log[level]({ from: 'console' }, format(...said));
    };
  Object.assign(console, {
    debug: tell('debug'),
    log: tell('info'),
    info: tell('info'),
    warn: tell('warn'),
    error: tell('error'),
  });
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message, stack }) => {
    log.warn({ from: 'node', stack }, `${name}: ${message}`);
  });
}
