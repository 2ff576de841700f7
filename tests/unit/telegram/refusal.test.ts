import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { TelegramRefusal } from '../../../src/bots/telegram/sending/refusal.js';

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
    [400, "Bad Request: message can't be deleted for everyone", 'undeletable'],
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

  it.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:443', 'unreachable'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.telegram.org', 'unreachable'],
    ['ETIMEDOUT', 'connect ETIMEDOUT 149.154.167.220:443', 'unreachable'],
    ['ETIMEDOUT', '', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'unreachable'],
    ['ETIMEDOUT', 'read ETIMEDOUT', 'unanswered'],
    ['ECONNRESET', 'socket hang up', 'unanswered'],
    [undefined, 'The user aborted a request.', 'unanswered'],
  ])('tells what never went out from what was not answered: %s %s', (code, reason, kind) => {
    const error = Object.assign(new Error(`request failed, reason: ${reason}`), { code });
    expect(new TelegramRefusal('sendMessage', error).kind).toBe(kind);
  });
});
