import { DiscordAPIError } from 'discord.js';
import { pino } from 'pino';
import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { InferenceError } from '../../../src/errors/app-error.js';
import { describeError, hideTokens, LOG_SERIALIZERS } from '../../../src/errors/log-error.js';

const token = `aW50ZXJhY3Rpb24${'x'.repeat(60)}`;

describe('an error in the log', () => {
  it('of a failed upload to Discord says what failed, without picture, words and token', () => {
    const url = `https://discord.com/api/v10/webhooks/123/${token}/messages/%40original`;
    const body = {
      files: [{ name: 'face.webp', data: Buffer.alloc(200_000, 7) }],
      body: { content: 'my secret wish' },
    };
    const raw = { code: 50_035, message: 'Invalid Form Body' };
    const error = new DiscordAPIError(raw, 50_035, 400, 'PATCH', url, body);
    const lines: string[] = [];
    const log = pino({ serializers: LOG_SERIALIZERS }, { write: (line) => void lines.push(line) });
    log.error({ err: new Error('outer', { cause: error }) }, 'failed');
    const [line = ''] = lines;
    expect(line.length).toBeLessThan(10_000);
    expect(line).not.toContain(token);
    expect(line).not.toContain('secret wish');
    expect(JSON.parse(line)).toMatchObject({
      err: {
        message: 'outer',
        cause: {
          code: 50_035,
          status: 400,
          method: 'PATCH',
          route: '/api/v10/webhooks/123/[hidden]/messages/%40original',
        },
      },
    });
  });

  it('of Telegram names the method, without what was sent', () => {
    const response = { error_code: 403, description: 'Forbidden: bot was blocked by the user' };
    const payload = { chat_id: 5, caption: 'my secret wish', photo: Buffer.alloc(9) };
    const described = describeError(new TelegramError(response, { method: 'sendPhoto', payload }));
    expect(described).toMatchObject({ code: 403, method: 'sendPhoto' });
    expect(JSON.stringify(described)).not.toContain('secret wish');
  });

  it('of ours keeps its code, context and cause', () => {
    const cause = Object.assign(new Error('read'), { code: 'EPIPE', syscall: 'write' });
    const error = new InferenceError('worker-died', 'twice', { cause, context: { tries: 2 } });
    expect(describeError(error)).toMatchObject({
      code: 'worker-died',
      context: { tries: 2 },
      cause: { code: 'EPIPE', syscall: 'write' },
    });
  });

  it('goes no deeper than a few causes, and takes what is no error', () => {
    const round = new Error('round');
    round.cause = round;
    expect(JSON.stringify(describeError(round)).length).toBeLessThan(30_000);
    expect(describeError('no')).toMatchObject({ message: 'no' });
  });

  it.each([
    [
      'https://cdn.discordapp.com/attachments/1/2/face.webp?ex=66&is=65&hm=abc',
      'https://cdn.discordapp.com/attachments/1/2/face.webp?[hidden]',
    ],
    [
      'https://api.telegram.org/file/bot12:AAb-c_9/photos/1.jpg',
      'https://api.telegram.org/file/bot[hidden]/photos/1.jpg',
    ],
    [`POST /interactions/77/${token}/callback`, 'POST /interactions/77/[hidden]/callback'],
    ['redis://user:pw@host:6379/0', 'redis://[hidden]@host:6379/0'],
    ['at file.ts:12:3', 'at file.ts:12:3'],
  ])('hides what opens anything: %s', (text, hidden) => {
    expect(hideTokens(text)).toBe(hidden);
  });
});
