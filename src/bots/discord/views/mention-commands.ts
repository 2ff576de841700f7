import type { Messages } from '../../../messages/messages.js';
import type { Language } from '../../../game/people/person.js';

/** A command's name in a sentence, such as `/help`; none that is part of a link or a mention. */
const named = /(?<![\w/<.:`])\/(?<name>[a-z]+(?:-[a-z]+)*)(?![\w/-])/g;

interface Registered {
  readonly messages: Messages;
  readonly commandIds: ReadonlyMap<string, string>;
}

/**
 * A sentence whose commands are mentions that run them, by the names that they have in the reader's
 * language. Those whose id is not known stay as they are.
 */
export function mentionCommands(
  { messages, commandIds }: Registered,
  language: Language,
  text: string,
): string {
  return text.replaceAll(named, (written, name: string) => {
    const id = commandIds.get(name);
    if (id === undefined) return written;
    return `</${messages.t(language, `discord:command.${name}.name`)}:${id}>`;
  });
}
