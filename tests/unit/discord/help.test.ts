import { ApplicationCommandType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { ModelSummary } from '../../../src/game/game.js';
import { commandDefinitions } from '../../../src/bots/discord/registration/command-definitions.js';
import { helpText } from '../../../src/bots/discord/views/help-text.js';
import type { Caller } from '../../../src/bots/discord/caller.js';
import { createMessages } from '../../../src/messages/messages.js';
import { LANGUAGES, type Language } from '../../../src/attributes/language.js';

const messages = createMessages();

const groups: ModelSummary['groups'] = [];
const commands = commandDefinitions(messages, { groups }).filter(
  ({ type }) => type === ApplicationCommandType.ChatInput,
);
/** As long as Discord's. */
const idOf = (at: number): string => String(1_300_000_000_000_000_000n + BigInt(at));

function helpIn(language: Language, commandIds: ReadonlyMap<string, string>): string {
  return helpText({
    context: { messages, commandIds },
    language,
    t: (key: string, params?: Record<string, string | number>) => messages.t(language, key, params),
  } as unknown as Caller);
}

describe.each(LANGUAGES)('helpText in %s', (language) => {
  const ids = new Map(commands.map(({ name }, at) => [name, idOf(at)]));

  it('fits one message, with no key left unworded', () => {
    const text = helpIn(language, ids);
    expect(text.length).toBeLessThan(2000);
    expect(text).not.toMatch(/discord:|(?<!\/)help:|command\./);
  });

  it('mentions every command by the name that it has there, to be clicked', () => {
    const text = helpIn(language, ids);
    expect(commands.length).toBeGreaterThan(15);
    for (const { name, name_localizations: localised } of commands) {
      const shown = (localised as Record<string, string> | undefined)?.[language] ?? name;
      expect(text).toContain(`</${shown}:${ids.get(name) ?? ''}>`);
    }
  });

  it('names them while their ids are not known', () => {
    expect(helpIn(language, new Map())).not.toContain('</');
  });
});
