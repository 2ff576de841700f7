import { COMMAND_NAMES } from '../../../messages/command-names.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';

/** How a command is used and what for, as lines. */
export function usageLine(caller: Caller, command: string): string[] {
  const usage = inTelegram(caller.t(`help:commands.${command}.usage`));
  return [usage, caller.t(`help:commands.${command}.about`), caller.t('help:favouriteHint')];
}

/** The four things that matter, to begin with. */
export function shortHelpLines(context: TelegramContext, { t, place }: Caller): string[] {
  const example = t('help:examples.second');
  return [
    t('help:title'),
    `1. ${t('telegram:help.wish', { example })}`,
    `2. ${t('telegram:help.keep')}`,
    `3. ${t('telegram:help.change', { example: t('help:examples.first') })}`,
    `4. ${t('telegram:help.blend')}`,
    place.isGroup ? t('telegram:help.group', { bot: context.me.username }) : '',
  ];
}

/** Everything the bot understands, and what is special about Telegram. */
export function helpLines(context: TelegramContext, caller: Caller): string[] {
  const { t } = caller;
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
    t('telegram:help.group', { bot: context.me.username }),
    t('telegram:help.reactions'),
    t('telegram:help.inline', { bot: context.me.username }),
  ];
}

/** Telegram has no hyphens in commands. */
export function inTelegram(text: string): string {
  return text.replaceAll('/forget-me', '/forget_me');
}
