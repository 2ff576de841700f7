import { describe, expect, it } from 'vitest';
import { UserInputError } from '../../../src/errors/app-error.js';
import { errorToMessage } from '../../../src/messages/error-message.js';
import { createMessages } from '../../../src/messages/messages.js';

const messages = createMessages();

describe('createMessages', () => {
  it('speaks each language', () => {
    expect(messages.t('en', 'common:action.again')).toBe('Again');
    expect(messages.t('ja', 'common:action.again')).toBe('もう一回');
    expect(messages.t('zh-CN', 'common:action.again')).toBe('再来一次');
    expect(messages.t('zh-TW', 'common:action.again')).toBe('再來一次');
  });

  it('picks the plural by count', () => {
    expect(messages.t('en', 'common:favourite.total', { count: 1 })).toBe('One face kept');
    expect(messages.t('en', 'common:favourite.total', { count: 3 })).toBe('3 faces kept');
    expect(messages.t('ja', 'common:favourite.total', { count: 3 })).toBe('お気に入り 3 枚');
  });

  it('knows which sentences there are, plurals too', () => {
    expect(messages.has('common:favourite.total')).toBe(true);
    expect(messages.has('common:action.again')).toBe(true);
    expect(messages.has('common:action.nonsense')).toBe(false);
  });

  it.each(['{{nearest}}', '$t(common:action.keep)', '<b>"&', '${1}'])(
    'puts %j in as it is',
    (text) => {
      expect(messages.t('en', 'common:result.unknown', { text, nearest: 'x' })).toBe(
        `I don’t know “${text}”.`,
      );
    },
  );
});

describe('errorToMessage', () => {
  it('words a known code', () => {
    const error = new UserInputError('count-out-of-range', 'expected 1 to 10, got 11');
    expect(errorToMessage(messages, 'en', error)).toEqual({
      code: 'count-out-of-range',
      text: 'I can pull from 1 to 10 faces at a time.',
    });
  });

  it('never shows what an unexpected error says, but an id for the log', () => {
    const { text, code, id } = errorToMessage(messages, 'ja', new Error('secret at /etc/x'));
    expect(code).toBe('unexpected');
    expect(text).not.toContain('secret');
    expect(text).toContain(id);
  });
});
