import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/attributes/language.js';
import { readPullInput } from '../../../src/game/drawing/read-pull-input.js';
import { errorToMessage } from '../../../src/messages/error-message.js';
import { createMessages } from '../../../src/messages/messages.js';
import { resultNotes } from '../../../src/messages/result-notes.js';
import { SAID_BACK, SAID_IN } from './said-back.js';

const messages = createMessages();

function sayBack(description: string, language: Language): string {
  try {
    const request = readPullInput({ description });
    return resultNotes(messages, language, { request })
      .map(({ text }) => text)
      .join(' ');
  } catch (error) {
    return `✗ ${errorToMessage(messages, language, error).text}`;
  }
}

describe.each(Object.entries(SAID_BACK))('%s', (_, rows) => {
  it.each(rows)('of %s', (description, said) => {
    expect(sayBack(description, 'en')).toBe(said);
  });
});

describe('in the other languages', () => {
  it.each(SAID_IN)('the same is said of %s', (description, said) => {
    for (const language of ['zh-CN', 'zh-TW', 'ja'] as const)
      expect(sayBack(description, language)).toBe(said[language]);
  });
});
