import { COMMAND_NAMES } from '../../messages/command-names.js';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';

/** How a command is used and what for, as lines. */
export function usageLine(asker: Asker, command: string): string[] {
  const usage = inTelegram(asker.t(`help:commands.${command}.usage`));
  return [usage, asker.t(`help:commands.${command}.about`), asker.t('help:favouriteHint')];
}

/** Everything the bot understands, and what is special about Telegram. */
export function helpLines(parts: BotParts, asker: Asker): string[] {
  const { t } = asker;
  const examples = ['first', 'second', 'third', 'fourth'].map((key) => t(`help:examples.${key}`));
  return [
    t('help:title'),
    t('help:intro'),
    `${t('help:examplesTitle')}: ${examples.join(' · ')}`,
    ...COMMAND_NAMES.map((name) => {
      const usage = inTelegram(t(`help:commands.${name}.usage`));
      return `${usage} · ${t(`help:commands.${name}.about`)}`;
    }),
    t('help:favouriteHint'),
    t('telegram:help.private'),
    t('telegram:help.group', { bot: parts.me.username }),
    t('telegram:help.reactions'),
    t('telegram:help.inline', { bot: parts.me.username }),
  ];
}

/** Telegram has no hyphens in commands. */
export function inTelegram(text: string): string {
  return text.replaceAll('/forget-me', '/forget_me');
}
