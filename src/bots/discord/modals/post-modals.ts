import { ModalBuilder, type LabelBuilder } from 'discord.js';
import type { Favorite } from '../../../game/favorites/favorite.js';
import { encodeCustomId, type Verb } from '../custom-id.js';
import { plainLabel } from '../views/favorite-view.js';
import type { Localized } from '../caller.js';
import type { ShownPost } from '../actions/shown-post.js';
import { checkboxField, radioField, selectField, textField } from './fields.js';
import { placeFields } from './place-field.js';

/** The custom ids of the fields, as their handlers read them. */
export const fieldIds = {
  amount: 'amount',
  partner: 'partner',
  partnerText: 'partner-text',
  ratio: 'ratio',
  places: 'places',
  words: 'words',
  text: 'text',
} as const;

/** Percentages. Discord offers at most 25 in a menu; /blend takes any number. */
const ratios = Array.from({ length: 19 }, (_, step) => (step + 1) * 5);
const nameLimit = 100;

/** Which one, and how far away its neighbours may be. */
export function varyModal(speech: Localized, post: ShownPost): ModalBuilder {
  const { t } = speech;
  const choices = [
    { label: t('common:action.varySubtle'), value: 'subtle', isDefault: true },
    { label: t('common:action.varyStrong'), value: 'strong' },
  ];
  const label = t('discord:modal.amount');
  return postModal(speech, 'vary-modal', post).addLabelComponents(
    ...placeFields(speech, post),
    radioField({ id: fieldIds.amount, label, choices, isRequired: true }),
  );
}

/** With which favourite, and how much of it. Without a list of them, by name or number alone. */
export function blendModal(
  speech: Localized,
  post: ShownPost,
  favorites: readonly Favorite[] | undefined,
): ModalBuilder {
  const { t } = speech;
  const shares = ratios.map((percent) => ({
    label: t('discord:modal.ratioChoice', { percent }),
    value: String(percent / 100),
    isDefault: percent === 50,
  }));
  return postModal(speech, 'blend-modal', post).addLabelComponents(
    ...placeFields(speech, post),
    ...partnerFields(speech, favorites),
    selectField({ id: fieldIds.ratio, label: t('discord:modal.ratio'), choices: shares }),
    textField({ id: fieldIds.words, label: t('discord:modal.words'), maxCharacters: 400 }),
  );
}

function partnerFields(
  speech: Localized,
  favorites: readonly Favorite[] | undefined,
): LabelBuilder[] {
  const { t } = speech;
  const id = fieldIds.partnerText;
  const maxCharacters = nameLimit;
  if (favorites === undefined) {
    const label = t('discord:modal.partnerName');
    return [textField({ id, label, maxCharacters, isRequired: true })];
  }
  const choices = favorites.map((favorite) => ({
    label: plainLabel(speech, favorite),
    value: String(favorite.number),
  }));
  return [
    selectField({ id: fieldIds.partner, label: t('discord:modal.partner'), choices }),
    textField({ id, label: t('discord:modal.partnerText'), maxCharacters }),
  ];
}

/** Which of several to keep. */
export function keepModal(speech: Localized, post: ShownPost): ModalBuilder {
  const { t } = speech;
  const choices = Array.from({ length: post.count }, (_, index) => ({
    label: t('common:result.portrait', { number: index + 1 }),
    value: String(index + 1),
  }));
  const label = t('discord:modal.keepWhich');
  return postModal(speech, 'keep-modal', post).addLabelComponents(
    checkboxField({ id: fieldIds.places, label, choices, isRequired: true }),
  );
}

/**
 * A favourite's name or tags; `value` stands there already. Where it is not known, the field may not
 * stay empty, or a name would be taken away that nobody saw.
 */
export function textModal(
  speech: Localized,
  given: { verb: 'name-modal' | 'tag-modal'; number: number; value: string | undefined },
): ModalBuilder {
  const { verb, number, value } = given;
  const key = verb === 'name-modal' ? 'name' : 'tags';
  const field = { id: fieldIds.text, maxCharacters: 400 };
  const question =
    value === undefined
      ? { ...field, label: speech.t(`discord:modal.new.${key}`), isRequired: true }
      : { ...field, label: speech.t(`discord:modal.${key}`), value };
  return new ModalBuilder()
    .setCustomId(encodeCustomId(verb, number))
    .setTitle(speech.t('common:favourite.label', { number }))
    .addLabelComponents(textField(question));
}

function postModal(
  speech: Localized,
  verb: Verb & `${string}-modal`,
  { id, chosen }: ShownPost,
): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(encodeCustomId(verb, id, ...(chosen === undefined ? [] : [chosen])))
    .setTitle(speech.t(`discord:modal.title.${verb}`));
}
