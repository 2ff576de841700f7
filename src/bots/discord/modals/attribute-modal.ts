import { ModalBuilder, type LabelBuilder, type ModalSubmitInteraction } from 'discord.js';
import type { GroupName } from '../../../game/portraits/portrait.js';
import type { PullInput } from '../../../game/drawing/pull-input.js';
import { encodeCustomId } from '../custom-id.js';
import type { Localized } from '../caller.js';
import type { ShownPost } from '../actions/shown-post.js';
import {
  checkboxField,
  radioField,
  radioLimit,
  selectField,
  textField,
  valueOf,
  valuesOf,
  type Choice,
} from './fields.js';
import { placeFields } from './place-field.js';

const wordsId = 'words';
const detailsId = 'details';
const shapeId = 'shape';
const wordsLimit = 400;

/** Groups with a question of their own: Discord allows five questions a modal. */
const ownQuestions: readonly GroupName[] = ['hair_color', 'eye_color'];
const shapeGroups: readonly GroupName[] = ['hair_length', 'hair_style'];

/** Ticked or not: the values that people ask for most, as far as the model has them. */
const details: readonly (readonly [GroupName, string])[] = [
  ['expression', 'smile'],
  ['blush', 'yes'],
  ['mouth', 'open'],
  ['ornament', 'ribbon'],
  ['ornament', 'flower'],
  ['ornament', 'hat'],
  ['neck', 'choker'],
  ['outfit', 'dress'],
  ['look', 'masculine'],
  ['glasses', 'yes'],
];

/** Pick attributes without typing, for a new pull. */
export function pullModal(caller: Localized): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(encodeCustomId('pull-modal'))
    .setTitle(caller.t('discord:modal.pullTitle'))
    .addLabelComponents(
      ...colorFields(caller, 'byLuck'),
      ...shapeFields(caller),
      ...detailFields(caller),
      wordsField(caller),
    );
}

/**
 * Pick what should change about a portrait on a post. Where one of several has to be chosen first,
 * one menu asks for hair and details together: a modal has five questions.
 */
export function changeModal(caller: Localized, post: ShownPost): ModalBuilder {
  const which = placeFields(caller, post);
  const { id, chosen } = post;
  return new ModalBuilder()
    .setCustomId(encodeCustomId('change-modal', id, ...(chosen === undefined ? [] : [chosen])))
    .setTitle(caller.t('discord:modal.changeTitle'))
    .addLabelComponents(
      ...which,
      ...colorFields(caller, 'asItIs'),
      ...(which.length === 0
        ? [...shapeFields(caller), ...detailFields(caller)]
        : traitFields(caller)),
      wordsField(caller),
    );
}

/** The picked values; words come as the description, and picks win over them. */
export function readPullInput(interaction: ModalSubmitInteraction): PullInput {
  const own = ownQuestions.flatMap((group) => {
    const value = valueOf(interaction, group);
    return value === undefined ? [] : [[group, value] as const];
  });
  const ticked = [...valuesOf(interaction, shapeId), ...valuesOf(interaction, detailsId)].map(
    (pair) => pair.split(':', 2),
  );
  const options: NonNullable<PullInput['options']> = Object.fromEntries([...own, ...ticked]);
  const description = valueOf(interaction, wordsId);
  return { options, ...(description === undefined ? {} : { description }) };
}

/** `unsaid` words what becomes of a colour that is left open. */
function colorFields(caller: Localized, unsaid: 'byLuck' | 'asItIs'): LabelBuilder[] {
  return caller.context.game.model.groups
    .filter(({ name }) => ownQuestions.includes(name))
    .map(({ name, values }) => {
      const label = caller.t(`attributes:group.${name}`);
      const choices = values.map((value) => valueChoice(caller, name, value));
      const fits = choices.length <= radioLimit;
      return fits
        ? radioField({ id: name, label, choices })
        : selectField({
            id: name,
            label,
            choices,
            placeholder: caller.t(`discord:modal.${unsaid}`),
          });
    });
}

function shapeFields(caller: Localized): LabelBuilder[] {
  const choices = shapeChoices(caller);
  if (choices.length < 2) return [];
  return [checkboxField({ id: shapeId, label: caller.t('discord:modal.shape'), choices })];
}

function detailFields(caller: Localized): LabelBuilder[] {
  const choices = detailChoices(caller);
  if (choices.length < 2) return [];
  return [checkboxField({ id: detailsId, label: caller.t('discord:modal.details'), choices })];
}

/** Both of these in one. */
function traitFields(caller: Localized): LabelBuilder[] {
  const choices = [...shapeChoices(caller), ...detailChoices(caller)];
  if (choices.length < 2) return [];
  const label = caller.t('discord:modal.traits');
  const placeholder = caller.t('discord:modal.asItIs');
  return [selectField({ id: detailsId, label, choices, placeholder, takesSeveral: true })];
}

function shapeChoices(caller: Localized): Choice[] {
  return shapeGroups.flatMap((group) => pairs(caller, group));
}

function detailChoices(caller: Localized): Choice[] {
  return details.flatMap(([group, value]) =>
    pairs(caller, group).filter((choice) => choice.value === `${group}:${value}`),
  );
}

function pairs(caller: Localized, group: GroupName): Choice[] {
  const known = caller.context.game.model.groups.find(({ name }) => name === group);
  return (known?.values ?? []).map((value) => ({
    label: caller.t('attributes:pair', {
      value: caller.t(`attributes:value.${group}.${value}`),
      group: caller.t(`attributes:group.${group}`),
    }),
    value: `${group}:${value}`,
  }));
}

function valueChoice(caller: Localized, group: GroupName, value: string): Choice {
  return { label: caller.t(`attributes:value.${group}.${value}`), value };
}

function wordsField(caller: Localized): LabelBuilder {
  return textField({
    id: wordsId,
    label: caller.t('discord:modal.words'),
    placeholder: caller.t('help:examples.second'),
    maxCharacters: wordsLimit,
  });
}
