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
      'I took “blonde” for blonde hair.',
      'Eyes: one is drawn, “blue” rather than “red”.',
      'Understood, but not in these faces: wings.',
    ]);
  });

  it('lists what cannot be drawn in one sentence, whatever else there is to say', () => {
    const unknown = Array.from({ length: 9 }, (_, at) => ({ text: `word ${at}` }));
    const request = { ...EMPTY_REQUEST, unknown, undrawable: ['wings', '≠ blue hair'] };
    const notes = resultNotes(messages, 'en', { request });
    expect(notes).toHaveLength(2);
    expect(notes.at(-1)?.text).toBe(
      'Understood, but not in these faces: wings, without blue hair.',
    );
  });

  it.each([
    ['en', 'I don’t know “zorp”, “blip”.'],
    ['zh-CN', '“zorp”、“blip”我都不认识。'],
    ['zh-TW', '「zorp」、「blip」我都不認得。'],
    ['ja', '「zorp」、「blip」はわかりませんでした。'],
  ] as const)('names all words of no meaning in one sentence in %s', (language, text) => {
    const request = { ...EMPTY_REQUEST, unknown: [{ text: 'zorp' }, { text: 'blip' }] };
    expect(resultNotes(messages, language, { request })).toEqual([{ kind: 'unknown', text }]);
  });

  it('names no words where it says which languages are read', () => {
    const remarks = [{ kind: 'language', language: 'es' }] as const;
    const request = { ...EMPTY_REQUEST, unknown: [{ text: 'pelo' }], remarks };
    expect(resultNotes(messages, 'en', { request })).toHaveLength(1);
  });

  it('tells how a misspelt word was read', () => {
    const request = { ...EMPTY_REQUEST, repaired: [{ text: 'purpel', word: 'purple' }] };
    expect(resultNotes(messages, 'zh-CN', { request })).toEqual([
      { kind: 'guessed', text: '“purpel”我读作“purple”。' },
    ]);
  });

  it('says in a language that is not read which are', () => {
    const request = { ...EMPTY_REQUEST, remarks: [{ kind: 'language', language: 'es' }] } as const;
    expect(resultNotes(messages, 'en', { request })[0]?.text).toBe('Leo inglés, chino y japonés.');
  });

  it('says that no characters are known', () => {
    const request = { ...EMPTY_REQUEST, remarks: [{ kind: 'character' }] } as const;
    expect(resultNotes(messages, 'ja', { request })[0]?.text).toContain('キャラクター');
  });

  it('quotes only the beginning of long words', () => {
    const request = { ...EMPTY_REQUEST, unknown: [{ text: '💙'.repeat(5000) }] };
    const [note] = resultNotes(messages, 'en', { request });
    expect(note?.text).toBe(`I don’t know “${'💙'.repeat(40)}…”.`);
  });
});
