import type { Parameters } from './read-request.js';

/** One language's list of commands, as the bot set it. */
export interface CommandList {
  readonly languageCode: string;
  readonly scope: string;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

/** Settings that the bot has sent to Telegram. */
export class BotSettings {
  readonly #lists = new Map<string, CommandList>();
  /** Descriptions by kind and language. */
  readonly texts = new Map<string, string>();

  /** Every list of commands, by scope and language; '' is everybody else's language. */
  get commandLists(): readonly CommandList[] {
    return [...this.#lists.values()];
  }

  /** getMyDescription and getMyShortDescription. */
  getText(kind: string, { language_code: language = '' }: Parameters): Parameters {
    return { [kind]: this.texts.get(`${kind}/${String(language)}`) ?? '' };
  }

  /** setMyDescription and setMyShortDescription. */
  setText(kind: string, parameters: Parameters): true {
    const { language_code: language = '' } = parameters;
    this.texts.set(`${kind}/${String(language)}`, String(parameters[kind] ?? ''));
    return true;
  }

  /** getMyCommands: the list of exactly this scope and language. */
  getCommands(parameters: Parameters): CommandList['commands'] {
    return this.#lists.get(keyOf(parameters))?.commands ?? [];
  }

  /** setMyCommands: replaces the list of its scope and language. */
  setCommands(parameters: Parameters): true {
    const scope = (parameters['scope'] as { type?: string } | undefined)?.type ?? 'default';
    const languageCode = String(parameters['language_code'] ?? '');
    const commands = parameters['commands'] as CommandList['commands'];
    this.#lists.set(keyOf(parameters), { languageCode, scope, commands });
    return true;
  }
}

function keyOf({ scope, language_code: languageCode = '' }: Parameters): string {
  return `${JSON.stringify(scope ?? { type: 'default' })}/${String(languageCode)}`;
}
