import type { Message } from 'telegraf/types';
import type { Asker } from './asker.js';
import type { Action } from './callback-data.js';

/** What the person sees after the tap: nothing, a line, a window they close, or another chat. */
export type Answer = string | { readonly alert: string } | { readonly url: string } | undefined;

/** A tap on a button under a message of ours. */
export interface Tap {
  readonly asker: Asker;
  readonly message: Message;
}

/** What each button does. */
export type TapHandlers = {
  readonly [Kind in Action['do']]: (
    action: Extract<Action, { do: Kind }>,
    tap: Tap,
  ) => Promise<Answer>;
};

/** The line that says the machine is at it. */
export function drawingAnswer(asker: Asker): string {
  return asker.t('common:progress.drawing');
}
