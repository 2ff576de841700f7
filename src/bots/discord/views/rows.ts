import { ActionRowBuilder, ButtonBuilder, type ButtonStyle } from 'discord.js';
import type { Row } from '../replies/outgoing.js';

/** As many as Discord takes. */
export const buttonsInRow = 5;

/**
 * A button that sends its custom id back. discord.js throws at more than 100 characters of id or 80
 * of label, and at none.
 */
export function button(customId: string, label: string, style: ButtonStyle): ButtonBuilder {
  return new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(style);
}

/** Fills rows of five. */
export function inRows(buttons: readonly ButtonBuilder[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < buttons.length; start += buttonsInRow) {
    const some = buttons.slice(start, start + buttonsInRow);
    rows.push(new ActionRowBuilder<ButtonBuilder>().addComponents(...some));
  }
  return rows;
}
