import { StorageError } from '../errors/app-error.js';
import type { CodeOf } from '../errors/error-codes.js';

type StorageCode = CodeOf<'storage'>;

/** Failures of a driver or Prisma, as far as they can be told apart. */
type Failure =
  'unreachable' | 'full' | 'damaged' | 'conflict' | 'duplicate' | 'reference' | 'other';

const BY_CODE: readonly (readonly [pattern: RegExp, failure: Failure])[] = [
  [/^(SQLITE_FULL|53100|ENOSPC)$/, 'full'],
  [/^(SQLITE_CORRUPT.*|SQLITE_NOTADB|XX00[12])$/, 'damaged'],
  [/^(40001|40P01|P2034|SQLITE_BUSY_SNAPSHOT)$/, 'conflict'],
  [/^(P2002|23505|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY))$/, 'duplicate'],
  // P2025: the row that was to be changed is gone.
  [/^(P2003|P2025|23503|SQLITE_CONSTRAINT_FOREIGNKEY)$/, 'reference'],
  [/^SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY|PERM|AUTH|PROTOCOL).*$/, 'unreachable'],
  [/^(08\d\d\d|57P0\d|53[34]00|3D000|28000|28P01|25006)$/, 'unreachable'],
  [/^(P1000|P1001|P1002|P1003|P1008|P1010|P1011|P1017|P2024|P2028|P2037)$/, 'unreachable'],
  [
    /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/,
    'unreachable',
  ],
  [/^(DatabaseDoesNotExist|DatabaseAccessDenied|AuthenticationFailed)$/, 'unreachable'],
  [/^TransactionWriteConflict$/, 'conflict'],
  [/^(ECONN.*|ENOTFOUND|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/, 'unreachable'],
];

const BY_MESSAGE: readonly (readonly [pattern: RegExp, failure: Failure])[] = [
  [/database or disk is full|No space left on device/i, 'full'],
  [/malformed|not a database/i, 'damaged'],
  [
    /can't reach database|connection (terminated|closed|timeout)|timeout exceeded|not queryable|database (connection )?is not open|unable to open database|directory does not exist|Query read timeout/i,
    'unreachable',
  ],
];

/** Tells apart what went wrong, by the codes that the error and its causes carry. */
export function classifyFailure(error: unknown): Failure {
  const chain = [...walkCauses(error)];
  // The innermost word counts: Prisma wraps a full disk into a failed transaction.
  const codes = chain.flatMap(codesOf).toReversed();
  for (const code of codes) {
    const known = BY_CODE.find(([pattern]) => pattern.test(code));
    if (known) return known[1];
  }
  const messages = chain.map((link) => link['message']);
  const message = messages.filter((text) => typeof text === 'string').join('\n');
  return BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
}

const ERRORS: Readonly<Record<Failure, readonly [code: StorageCode, message: string]>> = {
  unreachable: [
    'storage-unreachable',
    'the database did not answer; it is asked again with the next request',
  ],
  full: ['storage-full', 'no space left for the database: make room'],
  damaged: ['storage-damaged', 'the database file is damaged or none: restore it from a backup'],
  conflict: ['storage-conflict', 'too many changes to one thing at once'],
  duplicate: ['storage-failed', 'the database refused a statement'],
  reference: ['storage-failed', 'the database refused a statement'],
  other: ['storage-failed', 'the database refused a statement'],
};

/** The error that leaves this folder. The driver's own stays its cause, for the log. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const [code, message] = ERRORS[classifyFailure(error)];
  return new StorageError(code, message, { cause: error });
}

type Link = Readonly<Record<string, unknown>>;

/** The error, its causes, and what Prisma keeps of the driver's error in `meta`. */
function* walkCauses(error: unknown): Generator<Link> {
  const queue = [error];
  for (let depth = 0; depth < 8 && queue.length > 0; depth += 1) {
    const link = queue.shift();
    if (typeof link !== 'object' || link === null) continue;
    const record = link as Link;
    yield record;
    const meta = record['meta'];
    const fromMeta = typeof meta === 'object' && meta !== null ? (meta as Link) : {};
    queue.push(record['cause'], fromMeta['driverAdapterError']);
  }
}

function codesOf(link: Link): string[] {
  return [link['code'], link['originalCode'], link['kind']].filter(
    (code) => typeof code === 'string',
  );
}
