import { ApplicationCommandOptionType, type APIApplicationCommandBasicOption } from 'discord.js';
import type { Messages } from '../../../messages/messages.js';
import type { ModelSummary } from '../../../game/game.js';
import { optionNameOf } from '../commands/options.js';
import { localisedName, localisedText } from './definition-wording.js';

type Option = APIApplicationCommandBasicOption;

const choiceLimit = 25;
/** These take any words for a colour, so they complete instead of offering a closed list. */
const colorGroups: readonly string[] = ['hair_color', 'eye_color'];

/**
 * The options that commands are put together from; each is named and described under
 * `discord:option.<key>`, in every language.
 */
export class OptionBook {
  readonly #messages: Messages;

  constructor(messages: Messages) {
    this.#messages = messages;
  }

  /** Free text of any length. */
  text(key: string, required = false): Option {
    return { ...this.#named(key), type: ApplicationCommandOptionType.String, required };
  }

  /** Free text with what fits offered while typing. */
  completed(key: string, required = false): Option {
    const type = ApplicationCommandOptionType.String;
    return { ...this.#named(key), type, required, autocomplete: true };
  }

  /** One of a closed list of at most 25, each worded under `discord:choice.<key>.<value>`. */
  chosen(key: string, values: readonly string[], required = false): Option {
    const type = ApplicationCommandOptionType.String;
    const choices = values.map((value) => ({
      ...localisedName(this.#messages, `discord:choice.${key}.${value}`),
      value,
    }));
    return { ...this.#named(key), type, required, choices };
  }

  /** A whole number, both ends of the range allowed; never required. */
  integer(key: string, range: { min: number; max?: number }): Option {
    const { min, max } = range;
    return {
      ...this.#named(key),
      type: ApplicationCommandOptionType.Integer,
      min_value: min,
      ...(max === undefined ? {} : { max_value: max }),
    };
  }

  /** True or false; neither where it is left out. */
  toggle(key: string, required = false): Option {
    return { ...this.#named(key), type: ApplicationCommandOptionType.Boolean, required };
  }

  /** A file sent along. */
  attachment(key: string, required = false): Option {
    return { ...this.#named(key), type: ApplicationCommandOptionType.Attachment, required };
  }

  /** Any channel, thread or category of the server, of whatever kind Discord has; required. */
  channel(key: string): Option {
    return {
      ...this.#named(key),
      type: ApplicationCommandOptionType.Channel,
      required: true,
    };
  }

  /** One option a group of the installed model. */
  groups(model: Pick<ModelSummary, 'groups'>): Option[] {
    return model.groups.map(({ name, values }) => {
      const named = {
        ...localisedText(this.#messages, `discord:option.${optionNameOf(name)}`),
        type: ApplicationCommandOptionType.String as const,
        required: false,
      };
      if (colorGroups.includes(name) || values.length > choiceLimit) {
        return { ...named, autocomplete: true as const };
      }
      const choices = values.map((value) => ({
        ...localisedName(this.#messages, `attributes:value.${name}.${value}`),
        value,
      }));
      return { ...named, choices };
    });
  }

  #named(key: string) {
    return localisedText(this.#messages, `discord:option.${key}`);
  }
}
