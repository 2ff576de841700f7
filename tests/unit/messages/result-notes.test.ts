import { describe, expect, it } from 'vitest';
import { EMPTY_REQUEST } from '../../../src/attributes/attribute-request.js';
import { createMessages } from '../../../src/messages/messages.js';
import { resultNotes } from '../../../src/messages/result-notes.js';

const messages = createMessages();

describe('resultNotes', () => {
  it('has nothing to say of a plain request', () => {
    expect(resultNotes(messages, 'en', { request: EMPTY_REQUEST })).toEqual([]);
  });

  it('says when luck drew it all', () => {
    const [note] = resultNotes(messages, 'ja', { request: EMPTY_REQUEST, isRandom: true });
    expect(note?.text).toContain('運まかせ');
  });

  it('suggests the nearest word where there is one', () => {
    const request = { ...EMPTY_REQUEST, unknown: [{ text: 'purpel', nearest: 'purple' }] };
    expect(resultNotes(messages, 'en', { request })).toEqual([
      { kind: 'unknown', text: 'I don’t know “purpel”. Did you mean “purple”?' },
    ]);
  });

  it('tells guesses, overrides and what cannot be drawn', () => {
    const request = {
      ...EMPTY_REQUEST,
      guessed: [{ text: 'blonde', group: 'hair_color', value: 'blonde' }],
      overridden: [
        {
          group: 'eye_color',
          earlier: { text: 'red', value: 'red' },
          later: { text: 'blue', value: 'blue' },
        },
      ],
      undrawable: ['wings'],
    } as const;
    expect(resultNotes(messages, 'en', { request }).map(({ text }) => text)).toEqual([
      'I know what “wings” is, but this model can’t draw it.',
      '“blonde” stood alone, so I took it for blonde hair.',
      'Eyes: “blue” came later, so it replaced “red”.',
    ]);
  });

  it('quotes only the beginning of long words', () => {
    const request = { ...EMPTY_REQUEST, unknown: [{ text: '💙'.repeat(5000) }] };
    const [note] = resultNotes(messages, 'en', { request });
    expect(note?.text).toBe(`I don’t know “${'💙'.repeat(40)}…”.`);
  });
});
