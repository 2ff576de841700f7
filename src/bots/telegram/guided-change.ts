import type { Message } from 'telegraf/types';
import type { Asker } from './asker.js';
import type { BotParts } from './bot-parts.js';
import type { Action } from './callback-data.js';
import {
  endConversation,
  findConversation,
  saveConversation,
  type ConversationState,
} from './conversation-state.js';
import { sendWords } from './delivery.js';
import type { DrawResults } from './draw-results.js';
import { button, cancelButton, inRows, mark } from './keyboards.js';
import { editPrompt, type Prompt } from './prompts.js';

type Step<Kind extends Action['do']> = Extract<Action, { do: Kind }>;
type Chosen = Readonly<Record<string, string>>;

/** Change step by step: a group, a value, one more or draw; or the words for it, any time. */
export class GuidedChange {
  readonly #parts: BotParts;
  readonly #results: DrawResults;

  constructor(parts: BotParts, results: DrawResults) {
    this.#parts = parts;
    this.#results = results;
  }

  /** Asks what shall change. */
  async begin(asker: Asker, portraitId: string, replyTo?: number): Promise<void> {
    const prompt = this.#groups(asker, portraitId, {});
    const message = await sendWords(this.#parts, asker.place, {
      ...prompt,
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    const promptId = message.message_id;
    await saveConversation(this.#parts, asker, {
      kind: 'change',
      portraitId,
      chosen: {},
      promptId,
    });
  }

  /** A group was picked: asks for its value. */
  async pickGroup(asker: Asker, step: Step<'changeGroup'>, message: Message): Promise<void> {
    const { portraitId, group } = step;
    const values = this.#parts.game.model.groups.find(({ name }) => name === group)?.values ?? [];
    const by = mark(asker);
    const buttons = values.map((value) =>
      button(asker.t(`attributes:value.${group}.${value}`), {
        do: 'changeValue',
        by,
        portraitId,
        group,
        value,
      }),
    );
    const back = button(`◀ ${asker.t('common:action.back')}`, { do: 'changeMore', by, portraitId });
    await this.#edit(asker, message, {
      lines: [asker.t('telegram:change.askValue', { group: this.#groupName(asker, group) })],
      keyboard: [...inRows(buttons, 3), [back, cancelButton(asker)]],
    });
  }

  /** A value was picked: sums up, and offers to draw or to go on. */
  async pickValue(asker: Asker, step: Step<'changeValue'>, message: Message): Promise<void> {
    const { portraitId, group, value } = step;
    const chosen = { ...(await this.#chosen(asker, portraitId)), [group]: value };
    const promptId = message.message_id;
    await saveConversation(this.#parts, asker, { kind: 'change', portraitId, chosen, promptId });
    const by = mark(asker);
    await this.#edit(asker, message, {
      lines: [asker.t('telegram:change.soFar', { list: this.#list(asker, chosen) })],
      keyboard: [
        [button(`✨ ${asker.t('telegram:change.draw')}`, { do: 'changeDraw', by, portraitId })],
        [
          button(`➕ ${asker.t('telegram:change.more')}`, { do: 'changeMore', by, portraitId }),
          cancelButton(asker),
        ],
      ],
    });
  }

  /** Back to the groups, with what was picked so far. */
  async pickMore(asker: Asker, step: Step<'changeMore'>, message: Message): Promise<void> {
    const { portraitId } = step;
    const chosen = await this.#chosen(asker, portraitId);
    await this.#edit(asker, message, this.#groups(asker, portraitId, chosen));
  }

  /** Draws what was picked; false where nothing is left of it. */
  async draw(asker: Asker, step: Step<'changeDraw'>, message: Message): Promise<boolean> {
    const { portraitId } = step;
    const chosen = await this.#chosen(asker, portraitId);
    if (Object.keys(chosen).length === 0) {
      await this.#edit(asker, message, this.#groups(asker, portraitId, {}));
      return false;
    }
    await endConversation(this.#parts, asker);
    const list = this.#list(asker, chosen);
    await this.#edit(asker, message, {
      lines: [asker.t('telegram:change.drawing', { list })],
      keyboard: [],
    });
    const command = { subject: { portraitId }, wish: { options: chosen } };
    this.#results.morph(asker, command, message.message_id);
    return true;
  }

  /** Words instead of buttons. They come on top of what was picked. */
  async say(
    asker: Asker,
    state: Extract<ConversationState, { kind: 'change' }>,
    said: { readonly text: string; readonly messageId: number },
  ): Promise<void> {
    await endConversation(this.#parts, asker);
    const wish = { options: state.chosen, description: said.text };
    this.#results.morph(asker, { subject: { portraitId: state.portraitId }, wish }, said.messageId);
  }

  #groups(asker: Asker, portraitId: string, chosen: Chosen): Prompt {
    const by = mark(asker);
    const buttons = this.#parts.game.model.groups.map(({ name }) =>
      button(`${name in chosen ? '✓ ' : ''}${this.#groupName(asker, name)}`, {
        do: 'changeGroup',
        by,
        portraitId,
        group: name,
      }),
    );
    const hasChosen = Object.keys(chosen).length > 0;
    const draw = button(`✨ ${asker.t('telegram:change.draw')}`, {
      do: 'changeDraw',
      by,
      portraitId,
    });
    return {
      lines: [
        asker.t('telegram:change.askGroup'),
        hasChosen ? asker.t('telegram:change.soFar', { list: this.#list(asker, chosen) }) : '',
        asker.t(asker.place.isGroup ? 'telegram:change.orReply' : 'telegram:change.orWrite'),
      ],
      keyboard: [
        ...inRows(buttons, 3),
        hasChosen ? [draw, cancelButton(asker)] : [cancelButton(asker)],
      ],
    };
  }

  async #chosen(asker: Asker, portraitId: string): Promise<Chosen> {
    const state = await findConversation(this.#parts, asker);
    return state?.kind === 'change' && state.portraitId === portraitId ? state.chosen : {};
  }

  #list(asker: Asker, chosen: Chosen): string {
    return Object.entries(chosen)
      .map(([group, value]) =>
        asker.t('telegram:change.pair', {
          group: this.#groupName(asker, group),
          value: asker.t(`attributes:value.${group}.${value}`),
        }),
      )
      .join(asker.t('common:result.listSeparator'));
  }

  #groupName(asker: Asker, group: string): string {
    return asker.t(`attributes:group.${group}`);
  }

  #edit(asker: Asker, message: Message, prompt: Prompt): Promise<void> {
    return editPrompt(this.#parts, asker, { message, prompt });
  }
}
