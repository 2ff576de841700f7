import { ModalBuilder, type LabelBuilder, type ModalSubmitInteraction } from 'discord.js';
import type { GroupName } from '../../../game/portraits/portrait.js';
import type { Wish } from '../../../game/drawing/wish.js';
import { encodeCustomId } from '../custom-id.js';
import type { Speech } from '../scene.js';
import type { ShownPost } from '../shown-post.js';
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
export function pullModal(scene: Speech): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(encodeCustomId('pull-modal'))
    .setTitle(scene.t('discord:modal.pullTitle'))
    .addLabelComponents(
      ...colorFields(scene),
      ...shapeFields(scene),
      ...detailFields(scene),
      wordsField(scene),
    );
}

/**
 * Pick what should change about a portrait on a post. Where one of several has to be chosen first,
 * one menu asks for hair and details together: a modal has five questions.
 */
export function changeModal(scene: Speech, post: ShownPost): ModalBuilder {
  const which = placeFields(scene, post);
  const { id, chosen } = post;
  return new ModalBuilder()
    .setCustomId(encodeCustomId('change-modal', id, ...(chosen === undefined ? [] : [chosen])))
    .setTitle(scene.t('discord:modal.changeTitle'))
    .addLabelComponents(
      ...which,
      ...colorFields(scene),
      ...(which.length === 0
        ? [...shapeFields(scene), ...detailFields(scene)]
        : traitFields(scene)),
      wordsField(scene),
    );
}

/** What was picked; words come as the description, and picks win over them. */
export function readWish(interaction: ModalSubmitInteraction): Wish {
  const own = ownQuestions.flatMap((group) => {
    const value = valueOf(interaction, group);
    return value === undefined ? [] : [[group, value] as const];
  });
  const ticked = [...valuesOf(interaction, shapeId), ...valuesOf(interaction, detailsId)].map(
    (pair) => pair.split(':', 2),
  );
  const options: NonNullable<Wish['options']> = Object.fromEntries([...own, ...ticked]);
  const description = valueOf(interaction, wordsId);
  return { options, ...(description === undefined ? {} : { description }) };
}

function colorFields(scene: Speech): LabelBuilder[] {
  return scene.bot.game.model.groups
    .filter(({ name }) => ownQuestions.includes(name))
    .map(({ name, values }) => {
      const label = scene.t(`attributes:group.${name}`);
      const choices = values.map((value) => valueChoice(scene, name, value));
      const fits = choices.length <= radioLimit;
      return fits
        ? radioField({ id: name, label, choices })
        : selectField({ id: name, label, choices, placeholder: scene.t('discord:modal.byLuck') });
    });
}

function shapeFields(scene: Speech): LabelBuilder[] {
  const choices = shapeChoices(scene);
  if (choices.length < 2) return [];
  return [checkboxField({ id: shapeId, label: scene.t('discord:modal.shape'), choices })];
}

function detailFields(scene: Speech): LabelBuilder[] {
  const choices = detailChoices(scene);
  if (choices.length < 2) return [];
  return [checkboxField({ id: detailsId, label: scene.t('discord:modal.details'), choices })];
}

/** Both of these in one. */
function traitFields(scene: Speech): LabelBuilder[] {
  const choices = [...shapeChoices(scene), ...detailChoices(scene)];
  if (choices.length < 2) return [];
  const label = scene.t('discord:modal.traits');
  const placeholder = scene.t('discord:modal.asItIs');
  return [selectField({ id: detailsId, label, choices, placeholder, takesSeveral: true })];
}

function shapeChoices(scene: Speech): Choice[] {
  return shapeGroups.flatMap((group) => pairs(scene, group));
}

function detailChoices(scene: Speech): Choice[] {
  return details.flatMap(([group, value]) =>
    pairs(scene, group).filter((choice) => choice.value === `${group}:${value}`),
  );
}

function pairs(scene: Speech, group: GroupName): Choice[] {
  const known = scene.bot.game.model.groups.find(({ name }) => name === group);
  return (known?.values ?? []).map((value) => ({
    label: scene.t('attributes:pair', {
      value: scene.t(`attributes:value.${group}.${value}`),
      group: scene.t(`attributes:group.${group}`),
    }),
    value: `${group}:${value}`,
  }));
}

function valueChoice(scene: Speech, group: GroupName, value: string): Choice {
  return { label: scene.t(`attributes:value.${group}.${value}`), value };
}

function wordsField(scene: Speech): LabelBuilder {
  return textField({
    id: wordsId,
    label: scene.t('discord:modal.words'),
    placeholder: scene.t('help:examples.second'),
    maxCharacters: wordsLimit,
  });
}
