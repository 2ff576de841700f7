import { describe, expect, it } from 'vitest';
import { helpText } from '../../../src/bots/discord/views/help-text.js';
import type { Caller } from '../../../src/bots/discord/caller.js';
import { createMessages } from '../../../src/messages/messages.js';
import { LANGUAGES } from '../../../src/attributes/language.js';

const messages = createMessages();

describe('helpText', () => {
  it.each(LANGUAGES)('fits one message in %s, with no key left unworded', (language) => {
    const caller = {
      context: { messages },
      language,
      t: (key: string, params?: Record<string, string | number>) =>
        messages.t(language, key, params),
    } as unknown as Caller;
    const text = helpText(caller);
    expect(text.length).toBeLessThan(2000);
    expect(text).not.toMatch(/discord:|help:|command\./);
  });
});
