import { flatten } from './documented-limits.js';
import type { Interaction } from './interaction-store.js';
import { messageFlags, type Json, type StandinMessage } from './world.js';

/** Resolves when `read` gives something; fails with `what` when nothing happens for a long time. */
export type Until = <T>(what: string, read: () => T | undefined) => Promise<T>;

/** An action of a person and the bot's visible response. */
export class Exchange {
  readonly interaction: Interaction;
  readonly #until: Until;
  readonly #what: string;

  constructor(interaction: Interaction, what: string, until: Until) {
    this.interaction = interaction;
    this.#until = until;
    this.#what = what;
  }

  /** Waits for the first answer; gives Discord's number for its kind (5 = deferred). */
  answered(): Promise<number> {
    return this.#until(`an answer to ${this.#what}`, () => this.interaction.answered);
  }

  /** Waits for a message that is no longer "thinking" and, when asked, shows what is expected. */
  message(shows: (message: StandinMessage) => boolean = () => true): Promise<StandinMessage> {
    return this.#until(`a message for ${this.#what}`, () => {
      const { original, followUps, source } = this.interaction;
      const all = [original, ...followUps].filter((m) => m !== undefined);
      return all.find((m) => isDone(m, source) && shows(m));
    });
  }

  /** Waits for a message beside the one the button stood on. */
  followUp(): Promise<StandinMessage> {
    return this.#until(`a follow-up to ${this.#what}`, () => this.interaction.followUps[0]);
  }

  /** Waits until the bot opens a modal; gives it as sent, to be filled in with `Person.submit`. */
  modal(): Promise<Json> {
    return this.#until(`a modal for ${this.#what}`, () => this.interaction.modal);
  }

  /** Waits for what is offered while somebody types into an option. */
  choices(): Promise<{ name: string; value: string | number }[]> {
    return this.#until(
      `choices for ${this.#what}`,
      () => this.interaction.choices as { name: string; value: string | number }[] | undefined,
    );
  }
}

function isDone(message: StandinMessage, source: StandinMessage | undefined): boolean {
  const isLoading = (message.flags & messageFlags.loading) !== 0;
  return !isLoading && message !== source;
}

/** Every text that stands in a message: content, text displays, labels. */
export function textOf(message: StandinMessage): string {
  const texts = flatten(message.components).flatMap((c) =>
    [c['content'], c['label'], c['placeholder']].filter((t) => typeof t === 'string'),
  );
  const embeds = message.embeds.map((embed) => JSON.stringify(embed));
  return [message.content, ...texts, ...embeds].join('\n');
}

/** A button as somebody sees it: its emoji is part of its label. */
export interface Button {
  readonly label: string;
  readonly customId: string;
  readonly disabled: boolean;
}

/** The buttons under a message, in order. */
export function buttonsOf(message: StandinMessage): Button[] {
  return flatten(message.components)
    .filter((c) => c['type'] === 2)
    .map((c) => ({
      label: [(c['emoji'] as Json | undefined)?.['name'], c['label']].filter(Boolean).join(' '),
      customId: String(c['custom_id']),
      disabled: c['disabled'] === true,
    }));
}
