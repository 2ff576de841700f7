import type { Caller } from '../caller.js';

const examples = ['first', 'second', 'third', 'fourth'] as const;
/** Explained one by one, as a newcomer needs them. */
const explained = [
  'gacha',
  'pick',
  'endless',
  'favorites',
  'morph',
  'vary',
  'blend',
  'redraw',
  'adopt',
] as const;
/** Their names say it, once one keeps a face; Discord shows the rest as one types. */
const named = ['show', 'change', 'name', 'tag', 'family', 'drop'] as const;
const account = ['privacy', 'export', 'forget-me', 'language', 'settings', 'help'] as const;

/** A page of help that fits one message and names every command. */
export function helpText({ t, context, language }: Caller): string {
  const mention = (name: string): string => mentionOf(context.commandIds, name, t);
  const line = (name: string): string => {
    const description = context.messages.t(language, `discord:command.${name}.description`);
    return `${mention(name)} ${description}`;
  };
  const list = (names: readonly string[]): string => names.map((name) => mention(name)).join(' · ');
  return [
    `**${t('help:title')}**`,
    t('help:intro'),
    `${t('help:examplesTitle')}: ${examples.map((key) => `\`${t(`help:examples.${key}`)}\``).join(' · ')}`,
    '',
    ...explained.map((name) => line(name)),
    '',
    `${t('discord:help.withKept')} ${list(named)}`,
    `${t('discord:help.account')} ${list(account)}`,
    '',
    t('discord:help.reactions'),
    t('discord:help.mention'),
  ].join('\n');
}

/** A mention that runs the command when it is clicked; its name alone while its id is not known. */
function mentionOf(
  ids: ReadonlyMap<string, string>,
  name: string,
  t: (key: string) => string,
): string {
  const shown = t(`discord:command.${name}.name`);
  const id = ids.get(name);
  return id === undefined ? `\`/${shown}\`` : `</${shown}:${id}>`;
}
