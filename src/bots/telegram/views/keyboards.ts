import type { InlineKeyboardButton } from 'telegraf/types';
import type { Portrait } from '../../../game/portraits/portrait.js';
import type { Caller } from '../caller.js';
import { encodeAction, type Action } from '../callback-data.js';
import type { Keyboard } from '../sending/delivery.js';

type T = Caller['t'];

/** A button that does something. */
export function button(text: string, action: Action): InlineKeyboardButton {
  return { text, callback_data: encodeAction(action) };
}

/** Buttons in rows of so many. */
export function inRows(
  buttons: readonly InlineKeyboardButton[],
  perRow: number,
): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows;
}

/** Keyboard of a single portrait. */
export function portraitKeyboard(
  t: T,
  portrait: Portrait,
  {
    pullId,
    isLarge = false,
  }: { readonly pullId?: string | undefined; readonly isLarge?: boolean } = {},
): Keyboard {
  const portraitId = portrait.id;
  const keep = button(`❤ ${t('common:action.keep')}`, { do: 'keep', portraitId });
  const again =
    pullId === undefined ? [] : [button(`🔁 ${t('common:action.again')}`, { do: 'again', pullId })];
  return [
    [keep, ...again],
    [
      button(`🎨 ${t('common:action.change')}`, { do: 'change', portraitId }),
      button(`💞 ${t('common:action.blendWith')}`, { do: 'blend', portraitId }),
    ],
    [
      button(`✨ ${t('common:action.vary')}`, { do: 'vary', portraitId }),
      button(`🔗 ${t('common:action.share')}`, { do: 'share', portraitId }),
    ],
    ...(portrait.canEnlarge === true && !isLarge
      ? [[button(`🔍 ${t('common:action.enlarge')}`, { do: 'enlarge', portraitId })]]
      : []),
    ...findRow(t, pullId),
  ];
}

/** Keyboard of a numbered picture: keep 1…n or all, and actions that ask for a number first. */
export function gridKeyboard(t: T, portraits: readonly Portrait[], pullId?: string): Keyboard {
  const again =
    pullId === undefined ? [] : [button(`🔁 ${t('common:action.again')}`, { do: 'again', pullId })];
  return [
    ...keepButtons(portraits),
    [
      button(`❤ ${t('telegram:grid.keepAll')}`, { do: 'keepAll' }),
      button(`🔍 ${t('telegram:grid.enlarge')}`, { do: 'which', action: 'enlarge' }),
    ],
    [...again, button(`🎨 ${t('common:action.change')}`, { do: 'which', action: 'change' })],
    [
      button(`💞 ${t('common:action.blendWith')}`, { do: 'which', action: 'blend' }),
      button(`🔗 ${t('common:action.share')}`, { do: 'which', action: 'share' }),
    ],
    ...findRow(t, pullId),
  ];
}

/** Keyboard of a strip: the large one's buttons, and one to keep each step. */
export function stripKeyboard(
  t: T,
  portrait: Portrait,
  steps: readonly Portrait[],
): InlineKeyboardButton[][] {
  const portraitId = portrait.id;
  return [
    [
      button(`❤ ${t('common:action.keep')}`, { do: 'keep', portraitId }),
      button(`🎨 ${t('common:action.change')}`, { do: 'change', portraitId }),
    ],
    ...keepButtons(steps),
  ];
}

function findRow(t: T, pullId: string | undefined): InlineKeyboardButton[][] {
  return pullId === undefined
    ? []
    : [[button(`🔎 ${t('common:action.find')}`, { do: 'find', pullId })]];
}

/** "❤ 1" to "❤ n", five a row. */
function keepButtons(portraits: readonly Portrait[]): InlineKeyboardButton[][] {
  const buttons = portraits.map(({ id }, index) =>
    button(`❤ ${index + 1}`, { do: 'keep', portraitId: id }),
  );
  return inRows(buttons, buttons.length === 4 || buttons.length === 7 ? 4 : 5);
}

/** The person whom a guided step's buttons are for. */
export function mark(caller: Pick<Caller, 'userId'>): string {
  return caller.userId.toString(36);
}

/** Ends a guided conversation. */
export function cancelButton(caller: Caller): InlineKeyboardButton {
  return button(`✖ ${caller.t('common:action.cancel')}`, { do: 'cancel', by: mark(caller) });
}
