import type { ChatInputCommandInteraction } from 'discord.js';
import type { GroupName } from '../../../game/portraits/portrait.js';
import type { PullInput } from '../../../game/drawing/pull-input.js';
import type { Caller } from '../caller.js';

type Command = ChatInputCommandInteraction;

/** Option names hold hyphens where groups hold underscores. */
export function optionNameOf(group: GroupName): string {
  return group.replaceAll('_', '-');
}

/** Free text and the options of a command together; what is absent stays absent. */
export function promptOf(caller: Caller, interaction: Command): PullInput {
  const description = interaction.options.getString('description') ?? undefined;
  const options: PullInput['options'] = Object.fromEntries(
    caller.context.game.model.groups.flatMap(({ name }) => {
      const value = interaction.options.getString(optionNameOf(name));
      return value === null ? [] : [[name, value]];
    }),
  );
  const hasOptions = Object.keys(options).length > 0;
  return {
    ...(description === undefined ? {} : { description }),
    ...(hasOptions ? { options } : {}),
  };
}

/** 0 to 1 from an option in percent, under the key that the use case wants. */
export function share<Key extends string>(
  interaction: Command,
  option: string,
  key: Key,
): Partial<Record<Key, number>> {
  const percent = interaction.options.getInteger(option);
  const result: Partial<Record<Key, number>> = {};
  if (percent !== null) result[key] = percent / 100;
  return result;
}

/** For commands that are open unless asked otherwise. */
export function isAskedPrivate(interaction: Command): boolean {
  return interaction.options.getBoolean('private') ?? false;
}
