import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Synonyms that once stood beside the word that every button has. */
const REJECTED = {
  'zh-CN': ['收下', '放走', '腮红'],
  'zh-TW': ['收下', '放走', '腮紅'],
} as const;

describe.each(Object.entries(REJECTED))('the catalogue in %s', (language, words) => {
  it.each(words)('has one word per thing, so never %s', (word) => {
    const folder = `src/messages/locales/${language}`;
    const files = readdirSync(folder);
    expect(files).toContain('common.json');
    const where = files.filter((file) => readFileSync(`${folder}/${file}`, 'utf8').includes(word));
    expect(where).toEqual([]);
  });
});
