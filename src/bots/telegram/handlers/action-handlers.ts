import type { Message } from 'telegraf/types';
import type { Caller } from '../caller.js';
import type { Action } from '../callback-data.js';

/** The visible answer to a press: nothing, a line, an alert, or another chat. */
export type Answer = string | { readonly alert: string } | { readonly url: string } | undefined;

/** A press on a button under a message of ours. */
export interface ButtonPress {
  readonly caller: Caller;
  readonly message: Message;
}

/** One handler per action. */
export type ActionHandlers = {
  readonly [Kind in Action['do']]: (
    action: Extract<Action, { do: Kind }>,
    press: ButtonPress,
  ) => Promise<Answer>;
};

/** The line that says the machine is at it. */
export function drawingAnswer(caller: Caller): string {
  return caller.t('common:progress.drawing');
}
