import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { TelegramRefusal } from '../../../src/bots/telegram/refusal.js';

describe('TelegramRefusal', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'blocked'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'blocked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'blocked'],
    [400, 'Bad Request: chat not found', 'chat-gone'],
    [400, 'Bad Request: not enough rights to send photos to the chat', 'no-rights'],
    [400, 'Bad Request: message to edit not found', 'message-gone'],
    [400, "Bad Request: message can't be edited", 'message-gone'],
    [400, 'Bad Request: message is not modified: specified new …', 'not-modified'],
    [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'file-refused'],
    [400, 'Bad Request: IMAGE_PROCESS_FAILED', 'photo-refused'],
    [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'photo-refused'],
    [413, 'Request Entity Too Large', 'photo-refused'],
    [400, 'Bad Request: query is too old and response timeout expired', 'query-expired'],
    [429, 'Too Many Requests: retry after 7', 'flood'],
    [502, 'Bad Gateway', 'unreachable'],
    [401, 'Unauthorized', 'unauthorized'],
    [409, 'Conflict: terminated by other getUpdates request', 'conflict'],
    [400, 'Bad Request: something new', 'other'],
  ])('reads %i %s as %s', (status, description, kind) => {
    const error = new TelegramError({ error_code: status, description });
    expect(new TelegramRefusal('sendMessage', error).kind).toBe(kind);
  });

  it('takes along how long to wait and where a group has gone', () => {
    const flood = new TelegramError({
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
    expect(new TelegramRefusal('sendMessage', flood).retryAfterMs).toBe(7000);
    const moved = new TelegramError({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1001 },
    });
    expect(new TelegramRefusal('sendMessage', moved)).toMatchObject({
      kind: 'migrated',
      migratedTo: -1001,
    });
  });

  it('takes a request without an answer for a Telegram that is out of reach', () => {
    expect(new TelegramRefusal('sendMessage', new Error('ECONNRESET')).kind).toBe('unreachable');
  });
});
