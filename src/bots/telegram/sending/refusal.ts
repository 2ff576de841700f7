import { TelegramError } from 'telegraf';

/** The kind of a refusal, read once from Telegram's wording. */
export type RefusalKind =
  /** The person blocked the bot, or the group removed it. */
  | 'blocked'
  | 'chat-gone'
  | 'no-rights'
  | 'topic-closed'
  | 'topic-gone'
  /** The message to change or delete is gone. */
  | 'message-gone'
  /** Ours, but older than the 48 hours in which Telegram deletes it. */
  | 'undeletable'
  | 'not-modified'
  /** The group became a supergroup with another id. */
  | 'migrated'
  /** A file id that Telegram no longer takes. */
  | 'file-refused'
  /** Telegram cannot make a photo of these bytes. */
  | 'photo-refused'
  /** A press or an inline query that waited too long. */
  | 'query-expired'
  | 'flood'
  /** Telegram's own trouble, or none of its servers was reached: it has not done what was asked. */
  | 'unreachable'
  /** The request went out and no answer came back: Telegram may have done what was asked. */
  | 'unanswered'
  | 'unauthorized'
  /** Two processes poll with one token. */
  | 'conflict'
  | 'other';

/** A request that Telegram refused or never answered. */
export class TelegramRefusal extends Error {
  readonly kind: RefusalKind;
  readonly method: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly migratedTo: number | undefined;

  constructor(method: string, error: unknown) {
    const { status, description, parameters } = partsOf(error);
    super(`${method}: ${description}`, { cause: error });
    this.name = 'TelegramRefusal';
    this.method = method;
    this.status = status;
    this.migratedTo = parameters?.migrate_to_chat_id;
    this.retryAfterMs =
      parameters?.retry_after === undefined ? undefined : parameters.retry_after * 1000;
    this.kind = this.migratedTo === undefined ? kindOf(status, description, error) : 'migrated';
  }
}

/** True if an error is a refusal of one of these kinds. */
export function isRefusal(error: unknown, ...kinds: readonly RefusalKind[]): boolean {
  return error instanceof TelegramRefusal && (kinds.length === 0 || kinds.includes(error.kind));
}

interface ErrorParts {
  readonly status?: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

function partsOf(error: unknown): ErrorParts {
  if (error instanceof TelegramError) {
    const { error_code: status, description, parameters } = error.response;
    return { status, description, ...(parameters === undefined ? {} : { parameters }) };
  }
  return { description: error instanceof Error ? error.message : String(error) };
}

/** Telegram has no stable codes below the HTTP status; its wording is what there is. */
const WORDING: readonly (readonly [RegExp, RefusalKind])[] = [
  [/message is not modified/i, 'not-modified'],
  [/TOPIC_CLOSED/i, 'topic-closed'],
  [/message thread not found|TOPIC_(DELETED|ID_INVALID)/i, 'topic-gone'],
  [/not enough rights|have no rights|CHAT_\w+_FORBIDDEN|administrator rights/i, 'no-rights'],
  [/query is too old|query id is invalid/i, 'query-expired'],
  [/message can't be deleted/i, 'undeletable'],
  [/message (to (edit|delete|react)|can't be edited)|MESSAGE_ID_INVALID/i, 'message-gone'],
  [/wrong (remote )?file|file identifier|file_id|FILE_REFERENCE|FILE_ID/i, 'file-refused'],
  [/IMAGE_PROCESS_FAILED|PHOTO_|\bphoto\b|too (big|large)|MEDIA_/i, 'photo-refused'],
  [/chat not found|PEER_ID_INVALID/i, 'chat-gone'],
];

function kindOf(status: number | undefined, description: string, error: unknown): RefusalKind {
  if (status === undefined) return wentOut(error, description) ? 'unanswered' : 'unreachable';
  if (status >= 500) return 'unreachable';
  if (status === 429) return 'flood';
  if (status === 403) return 'blocked';
  if (status === 401 || status === 404) return 'unauthorized';
  if (status === 409) return 'conflict';
  if (status === 413) return 'photo-refused';
  return WORDING.find(([pattern]) => pattern.test(description))?.[1] ?? 'other';
}

/** There was no connection to send anything over. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|E(HOST|NET)(UNREACH|DOWN)|ENOTCONN|EPROTO|ERR_(TLS|SSL)\w*|\w*CERT\w*)$/;

/** True if a request that failed below the Bot API may have reached it all the same. */
function wentOut(error: unknown, description: string): boolean {
  const { code, type } = error as { readonly code?: unknown; readonly type?: unknown };
  // A gateway's page instead of JSON: Telegram itself did not answer.
  if (type === 'invalid-json') return false;
  if (code === 'ETIMEDOUT') return /\b(read|write) ETIMEDOUT/.test(description);
  return !UNSENT.test(String(code));
}
