import {
  CheckboxGroupBuilder,
  LabelBuilder,
  RadioGroupBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ModalSubmitInteraction,
} from 'discord.js';
import { shorten } from '../views/escape.js';

/** Discord's limits on a modal's parts. */
const labelLimit = 45;
const optionLimit = 100;
/** Most choices of a radio or checkbox group; a menu takes more. */
export const radioLimit = 10;
const selectLimit = 25;

/**
 * An answer that a field offers: the person reads `label`, cut to 100 characters, the handler gets
 * `value`.
 */
export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly isDefault?: boolean;
}

interface Question {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
}

/** One of up to ten; may stay open unless `isRequired`. */
export function radioField(
  question: Question & { choices: readonly Choice[]; isRequired?: boolean },
): LabelBuilder {
  const group = new RadioGroupBuilder()
    .setCustomId(question.id)
    .setRequired(question.isRequired ?? false)
    .addOptions(question.choices.slice(0, radioLimit).map((choice) => toOption(choice)));
  return labelled(question).setRadioGroupComponent(group);
}

/** Any of up to ten. */
export function checkboxField(
  question: Question & { choices: readonly Choice[]; isRequired?: boolean },
): LabelBuilder {
  const { isRequired = false } = question;
  const choices = question.choices.slice(0, radioLimit);
  const group = new CheckboxGroupBuilder()
    .setCustomId(question.id)
    .setRequired(isRequired)
    .setMinValues(isRequired ? 1 : 0)
    .setMaxValues(choices.length)
    .addOptions(choices.map((choice) => toOption(choice)));
  return labelled(question).setCheckboxGroupComponent(group);
}

/** One of up to 25, or any of them; may stay open. */
export function selectField(
  question: Question & { choices: readonly Choice[]; placeholder?: string; takesSeveral?: boolean },
): LabelBuilder {
  const choices = question.choices.slice(0, selectLimit);
  const select = new StringSelectMenuBuilder()
    .setCustomId(question.id)
    .setRequired(false)
    .setMinValues(0)
    .setMaxValues(question.takesSeveral === true ? choices.length : 1)
    .addOptions(choices.map((choice) => toOption(choice)));
  if (question.placeholder !== undefined) select.setPlaceholder(question.placeholder);
  return labelled(question).setStringSelectMenuComponent(select);
}

/**
 * A line of free text of at most `maxCharacters`, `value` in it already; may stay open unless
 * `isRequired`.
 */
export function textField(
  question: Question & {
    maxCharacters: number;
    placeholder?: string;
    value?: string;
    isRequired?: boolean;
  },
): LabelBuilder {
  const { placeholder, value, isRequired = false } = question;
  const input = new TextInputBuilder()
    .setCustomId(question.id)
    .setStyle(TextInputStyle.Short)
    .setMaxLength(question.maxCharacters)
    .setRequired(isRequired);
  if (placeholder !== undefined) input.setPlaceholder(shorten(placeholder, 100));
  if (value !== undefined) input.setValue(shorten(value, question.maxCharacters));
  return labelled(question).setTextInputComponent(input);
}

function labelled({ label, description }: Question): LabelBuilder {
  const made = new LabelBuilder().setLabel(shorten(label, labelLimit));
  return description === undefined ? made : made.setDescription(shorten(description, optionLimit));
}

function toOption({ label, value, isDefault = false }: Choice) {
  return { label: shorten(label, optionLimit), value, ...(isDefault ? { default: true } : {}) };
}

/** Everything chosen or written in a field; empty when the modal has no such field. */
export function valuesOf(interaction: ModalSubmitInteraction, id: string): readonly string[] {
  const field = interaction.fields.fields.get(id);
  if (field === undefined) return [];
  if ('values' in field) return field.values;
  if (!('value' in field) || typeof field.value !== 'string') return [];
  return field.value.trim() === '' ? [] : [field.value];
}

/** The first of {@link valuesOf}; undefined when the field is absent or empty. */
export function valueOf(interaction: ModalSubmitInteraction, id: string): string | undefined {
  return valuesOf(interaction, id)[0];
}
