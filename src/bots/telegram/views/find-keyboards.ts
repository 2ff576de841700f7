import type { InlineKeyboardButton } from 'telegraf/types';
import type { Portrait } from '../../../game/portraits/portrait.js';
import type { Action } from '../callback-data.js';
import type { Caller } from '../caller.js';
import type { Keyboard } from '../sending/delivery.js';
import { button, inRows, mark } from './keyboards.js';

/** As many columns as the picture of sixteen has. */
const COLUMNS = 4;

/** Under faces to pick one of: a number for each, others of the same step, and back. */
export function stepKeyboard(
  caller: Caller,
  portraits: readonly Portrait[],
  others: Action,
): Keyboard {
  const numbers = portraits.map(({ id: portraitId }, index) =>
    button(String(index + 1), { do: 'findPick', portraitId }),
  );
  return [
    ...inRows(numbers, COLUMNS),
    [button(`🔁 ${caller.t('common:action.others')}`, others), backButton(caller)],
  ];
}

/** Under the face that was picked: keep it, go on from it, or go back. */
export function pickedKeyboard(caller: Caller, { id: portraitId }: Portrait): Keyboard {
  const { t } = caller;
  return [
    [
      button(`❤ ${t('common:action.keep')}`, { do: 'keep', portraitId }),
      button(`🔍 ${t('common:action.enlarge')}`, { do: 'enlarge', portraitId }),
    ],
    [
      button(`🌈 ${t('common:action.colors')}`, { do: 'findColors', portraitId }),
      button(`🎀 ${t('common:action.details')}`, { do: 'findDetails', portraitId }),
    ],
    [backButton(caller)],
  ];
}

function backButton(caller: Caller): InlineKeyboardButton {
  return button(`↩ ${caller.t('common:action.back')}`, { do: 'findBack', by: mark(caller) });
}
