import type { Caller } from '../caller.js';

const examples = ['first', 'second', 'third', 'fourth'] as const;
/** Ordered as a newcomer needs them. */
const shown = [
  'gacha',
  'pick',
  'endless',
  'favorites',
  'morph',
  'vary',
  'blend',
  'redraw',
] as const;
const account = ['privacy', 'export', 'forget-me', 'language', 'settings'] as const;

/** A page of help that fits one message. */
export function helpText({ t, context, language }: Caller): string {
  const line = (name: string) => {
    const description = context.messages.t(language, `discord:command.${name}.description`);
    return `\`/${t(`discord:command.${name}.name`)}\` ${description}`;
  };
  return [
    `**${t('help:title')}**`,
    t('help:intro'),
    `${t('help:examplesTitle')}: ${examples.map((key) => `\`${t(`help:examples.${key}`)}\``).join(' · ')}`,
    '',
    ...shown.map((name) => line(name)),
    '',
    t('discord:help.reactions'),
    t('discord:help.mention'),
    '',
    ...account.map((name) => line(name)),
  ].join('\n');
}
