import { ModalBuilder } from 'discord.js';
import type { Favorite } from '../../../services/favorite.js';
import type { Post } from '../../../services/post.js';
import { encodeCustomId, type Verb } from '../custom-id.js';
import { plainLabel } from '../favorite-view.js';
import { chosenPlace } from '../post-rows.js';
import type { Scene } from '../scene.js';
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

const ratios = ['0.25', '0.5', '0.75'] as const;
const nameLimit = 100;

/** Which one, and how far away its neighbours may be. */
export function varyModal(scene: Scene, post: Post, place?: number): ModalBuilder {
  const { t } = scene;
  const choices = [
    { label: t('common:action.varySubtle'), value: 'subtle', isDefault: true },
    { label: t('common:action.varyStrong'), value: 'strong' },
  ];
  return postModal(scene, { verb: 'vary-modal', post, place }).addLabelComponents(
    ...placeFields(scene, post, place),
    radioField({
      id: fieldIds.amount,
      label: t('discord:modal.amount'),
      choices,
      isRequired: true,
    }),
  );
}

/** With which favourite, and how much of it. */
export function blendModal(
  scene: Scene,
  post: Post,
  given: { place?: number | undefined; favorites: readonly Favorite[] },
): ModalBuilder {
  const { t } = scene;
  const { place, favorites } = given;
  const partners = favorites.map((favorite) => ({
    label: plainLabel(scene, favorite),
    value: String(favorite.number),
  }));
  const shares = ratios.map((value) => ({
    label: t('discord:modal.ratioChoice', { percent: Math.round(Number(value) * 100) }),
    value,
    isDefault: value === '0.5',
  }));
  return postModal(scene, { verb: 'blend-modal', post, place }).addLabelComponents(
    ...placeFields(scene, post, place),
    selectField({ id: fieldIds.partner, label: t('discord:modal.partner'), choices: partners }),
    textField({
      id: fieldIds.partnerText,
      label: t('discord:modal.partnerText'),
      maxCharacters: nameLimit,
    }),
    radioField({ id: fieldIds.ratio, label: t('discord:modal.ratio'), choices: shares }),
    textField({ id: fieldIds.words, label: t('discord:modal.words'), maxCharacters: 400 }),
  );
}

/** Which of several to keep. */
export function keepModal(scene: Scene, post: Post): ModalBuilder {
  const { t } = scene;
  const choices = post.portraitIds.map((_id, index) => ({
    label: t('common:result.portrait', { number: index + 1 }),
    value: String(index + 1),
  }));
  const label = t('discord:modal.keepWhich');
  return postModal(scene, { verb: 'keep-modal', post }).addLabelComponents(
    checkboxField({ id: fieldIds.places, label, choices, isRequired: true }),
  );
}

/** A favourite's name or tags; `value` stands there already. */
export function textModal(
  scene: Scene,
  given: { verb: 'name-modal' | 'tag-modal'; number: number; value: string },
): ModalBuilder {
  const { verb, number, value } = given;
  const label = scene.t(`discord:modal.${verb === 'name-modal' ? 'name' : 'tags'}`);
  return new ModalBuilder()
    .setCustomId(encodeCustomId(verb, number))
    .setTitle(scene.t('common:favourite.label', { number }))
    .addLabelComponents(textField({ id: fieldIds.text, label, maxCharacters: 400, value }));
}

function postModal(
  scene: Scene,
  given: { verb: Verb & `${string}-modal`; post: Post; place?: number | undefined },
): ModalBuilder {
  const { verb, post, place = chosenPlace(post) } = given;
  return new ModalBuilder()
    .setCustomId(encodeCustomId(verb, post.id, ...(place === undefined ? [] : [place])))
    .setTitle(scene.t(`discord:modal.title.${verb}`));
}
