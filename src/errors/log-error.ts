/**
 * The logged part of an error. Libraries attach whole requests to theirs: pictures, words that people
 * wrote, addresses with tokens in them. Only named fields pass, and no address passes as it is.
 */

const LONGEST_TEXT = 4000;
const MOST_CAUSES = 4;

/** Fields of foreign errors that say what failed and hold nothing of anybody's. */
const PLAIN_FIELDS = [
  'code',
  'errno',
  'syscall',
  'status',
  'statusCode',
  'method',
  'family',
] as const;

/** An error as it stands in a log line. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
  readonly [field: string]: unknown;
}

/** How each field of a log line is written, for `pino`. */
export const LOG_SERIALIZERS = {
  /** {@link describeError} */
  err: (error: unknown) => describeError(error),
  /** {@link hideTokens} */
  url: (url: unknown) => (typeof url === 'string' ? hideTokens(url) : undefined),
} as const;

/** Code, status, method, route and stack of any thrown value, with those of its causes. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: hideTokens(String(error)) };
  }
  const { name, message, stack, cause } = error;
  const inner = error instanceof AggregateError ? (error.errors as unknown[])[0] : cause;
  const hasCause = inner !== undefined && inner !== null && depth < MOST_CAUSES;
  return {
    type: name,
    message: hideTokens(message),
    ...fieldsOf(error as Error & Record<string, unknown>),
    ...(stack === undefined ? {} : { stack: hideTokens(stack) }),
    ...(hasCause ? { cause: describeError(inner, depth + 1) } : {}),
  };
}

function fieldsOf(error: Error & Record<string, unknown>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const field of PLAIN_FIELDS) {
    const value = error[field];
    if (typeof value === 'string' || typeof value === 'number') fields[field] = value;
  }
  if (typeof error['url'] === 'string') fields['route'] = routeOf(error['url']);
  // Telegram's client names the method beside what was sent.
  const sent = error['on'];
  if (typeof sent === 'object' && sent !== null && 'method' in sent) fields['method'] = sent.method;
  // Our own errors' facts are meant for the log.
  if (fields['family'] !== undefined) fields['context'] = error['context'];
  return fields;
}

function routeOf(url: string): string {
  return URL.canParse(url) ? hideTokens(new URL(url).pathname) : hideTokens(url);
}

const HIDDEN = '[hidden]';

/**
 * A text without what opens anything: tokens of interactions, webhooks and bots, passwords in
 * addresses, and the queries of addresses, which sign links to files.
 */
export function hideTokens(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/(\/(?:webhooks|interactions)\/\d+\/)[^/\s?#"']+/g, `$1${HIDDEN}`)
    .replaceAll(/(\/bot)\d+:[\w-]+/g, `$1${HIDDEN}`)
    .replaceAll(/(\b[a-z][a-z\d+.-]*:\/\/)[^/\s@"']+@/gi, `$1${HIDDEN}@`)
    .replaceAll(/(\bhttps?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/gi, `$1?${HIDDEN}`);
}
