import type { Language } from '../attributes/language.js';
import { SWATCHES } from '../attributes/swatches.js';
import type { Messages } from './messages.js';

/** A value of a group, as a form or a slash command offers it. */
export interface AttributeChoice {
  readonly value: string;
  readonly label: string;
  /** CSS colour that stands for the value, in groups of colours. */
  readonly swatch?: string;
}

/** A group of attributes with what can be chosen in it. */
export interface AttributeChoices {
  readonly group: string;
  readonly label: string;
  readonly values: readonly AttributeChoice[];
}

/** Labels for what a model can draw, in the model's order. */
export function attributeChoices(
  messages: Messages,
  language: Language,
  groups: readonly { readonly name: string; readonly values: readonly string[] }[],
): readonly AttributeChoices[] {
  return groups.map(({ name, values }) => ({
    group: name,
    label: labelOf(messages, language, `group.${name}`),
    values: values.map((value) => ({
      value,
      label: labelOf(messages, language, `value.${name}.${value}`),
      ...swatchOf(name, value),
    })),
  }));
}

function swatchOf(group: string, value: string): { readonly swatch?: string } {
  const colors: Readonly<Record<string, Readonly<Record<string, string>>>> = SWATCHES;
  const swatch = colors[group]?.[value];
  return swatch === undefined ? {} : { swatch };
}

/** A model may know more than the vocabulary of this version: its own word is better than a key. */
function labelOf(messages: Messages, language: Language, key: string): string {
  const full = `attributes:${key}`;
  return messages.has(full)
    ? messages.t(language, full)
    : (key.split('.').at(-1) ?? key).replaceAll('_', ' ');
}
