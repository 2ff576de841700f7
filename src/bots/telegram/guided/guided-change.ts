import type { Message } from 'telegraf/types';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import type { Action } from '../callback-data.js';
import {
  endConversation,
  findConversation,
  saveConversation,
  type ConversationState,
} from './conversation-state.js';
import { sendWords } from '../sending/delivery.js';
import type { DrawResults } from '../sending/draw-results.js';
import { button, cancelButton, inRows, mark } from '../views/keyboards.js';
import { editPrompt, type Prompt } from './prompts.js';

type Step<Kind extends Action['do']> = Extract<Action, { do: Kind }>;
type Chosen = Readonly<Record<string, string>>;

/** Change step by step: a group, a value, one more or draw; or the words for it, any time. */
export class GuidedChange {
  readonly #context: TelegramContext;
  readonly #results: DrawResults;

  constructor(context: TelegramContext, results: DrawResults) {
    this.#context = context;
    this.#results = results;
  }

  /** Asks what shall change. */
  async begin(caller: Caller, portraitId: string, replyTo?: number): Promise<void> {
    // Told at once, rather than at the end of the conversation, where it cannot be changed.
    await this.#context.game.portraits.get(caller.person, portraitId);
    const prompt = this.#groups(caller, portraitId, {});
    const message = await sendWords(this.#context, caller.place, {
      ...prompt,
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    const promptId = message.message_id;
    await saveConversation(this.#context, caller, {
      kind: 'change',
      portraitId,
      chosen: {},
      promptId,
    });
  }

  /** A group was picked: asks for its value. False where the model has no such group. */
  async pickGroup(caller: Caller, step: Step<'changeGroup'>, message: Message): Promise<boolean> {
    const { portraitId, group } = step;
    const values = this.#valuesOf(group);
    if (values.length === 0) return false;
    const by = mark(caller);
    const buttons = values.map((value) =>
      button(caller.t(`attributes:value.${group}.${value}`), {
        do: 'changeValue',
        by,
        portraitId,
        group,
        value,
      }),
    );
    const back = button(`◀ ${caller.t('common:action.back')}`, {
      do: 'changeMore',
      by,
      portraitId,
    });
    await this.#edit(caller, message, {
      lines: [caller.t('telegram:change.askValue', { group: this.#groupName(caller, group) })],
      keyboard: [...inRows(buttons, 3), [back, cancelButton(caller)]],
    });
    return true;
  }

  /** A value was picked: sums up, and offers to draw or to go on. False where there is none such. */
  async pickValue(caller: Caller, step: Step<'changeValue'>, message: Message): Promise<boolean> {
    const { portraitId, group, value } = step;
    if (!this.#valuesOf(group).includes(value)) return false;
    const chosen = { ...(await this.#chosen(caller, portraitId)), [group]: value };
    const promptId = message.message_id;
    await saveConversation(this.#context, caller, { kind: 'change', portraitId, chosen, promptId });
    const by = mark(caller);
    await this.#edit(caller, message, {
      lines: [caller.t('telegram:change.soFar', { list: this.#list(caller, chosen) })],
      keyboard: [
        [button(`✨ ${caller.t('telegram:change.draw')}`, { do: 'changeDraw', by, portraitId })],
        [
          button(`➕ ${caller.t('telegram:change.more')}`, { do: 'changeMore', by, portraitId }),
          cancelButton(caller),
        ],
      ],
    });
    return true;
  }

  /** Back to the groups, with what was picked so far. */
  async pickMore(caller: Caller, step: Step<'changeMore'>, message: Message): Promise<void> {
    const { portraitId } = step;
    const chosen = await this.#chosen(caller, portraitId);
    await this.#edit(caller, message, this.#groups(caller, portraitId, chosen));
  }

  /** Draws what was picked; false where nothing is left of it. */
  async draw(caller: Caller, step: Step<'changeDraw'>, message: Message): Promise<boolean> {
    const { portraitId } = step;
    const chosen = await this.#chosen(caller, portraitId);
    if (Object.keys(chosen).length === 0) {
      await this.#edit(caller, message, this.#groups(caller, portraitId, {}));
      return false;
    }
    await endConversation(this.#context, caller);
    const list = this.#list(caller, chosen);
    await this.#edit(caller, message, {
      lines: [caller.t('telegram:change.drawing', { list })],
      keyboard: [],
    });
    const command = { reference: { portraitId }, prompt: { options: chosen } };
    this.#results.morph(caller, command, message.message_id);
    return true;
  }

  /** Words instead of buttons. They come on top of what was picked. */
  async say(
    caller: Caller,
    state: Extract<ConversationState, { kind: 'change' }>,
    said: { readonly text: string; readonly messageId: number },
  ): Promise<void> {
    await endConversation(this.#context, caller);
    const prompt = { options: state.chosen, description: said.text };
    this.#results.morph(
      caller,
      { reference: { portraitId: state.portraitId }, prompt },
      said.messageId,
    );
  }

  #valuesOf(group: string): readonly string[] {
    return this.#context.game.model.groups.find(({ name }) => name === group)?.values ?? [];
  }

  #groups(caller: Caller, portraitId: string, chosen: Chosen): Prompt {
    const by = mark(caller);
    const buttons = this.#context.game.model.groups.map(({ name }) =>
      button(`${name in chosen ? '✓ ' : ''}${this.#groupName(caller, name)}`, {
        do: 'changeGroup',
        by,
        portraitId,
        group: name,
      }),
    );
    const hasChosen = Object.keys(chosen).length > 0;
    const draw = button(`✨ ${caller.t('telegram:change.draw')}`, {
      do: 'changeDraw',
      by,
      portraitId,
    });
    return {
      lines: [
        caller.t('telegram:change.askGroup'),
        hasChosen ? caller.t('telegram:change.soFar', { list: this.#list(caller, chosen) }) : '',
        caller.t(caller.place.isGroup ? 'telegram:change.orReply' : 'telegram:change.orWrite'),
      ],
      keyboard: [
        ...inRows(buttons, 3),
        hasChosen ? [draw, cancelButton(caller)] : [cancelButton(caller)],
      ],
    };
  }

  async #chosen(caller: Caller, portraitId: string): Promise<Chosen> {
    const state = await findConversation(this.#context, caller);
    return state?.kind === 'change' && state.portraitId === portraitId ? state.chosen : {};
  }

  #list(caller: Caller, chosen: Chosen): string {
    return Object.entries(chosen)
      .map(([group, value]) =>
        caller.t('telegram:change.pair', {
          group: this.#groupName(caller, group),
          value: caller.t(`attributes:value.${group}.${value}`),
        }),
      )
      .join(caller.t('common:result.listSeparator'));
  }

  #groupName(caller: Caller, group: string): string {
    return caller.t(`attributes:group.${group}`);
  }

  #edit(caller: Caller, message: Message, prompt: Prompt): Promise<void> {
    return editPrompt(this.#context, caller, { message, prompt });
  }
}
