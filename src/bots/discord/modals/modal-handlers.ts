import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { UserInputError } from '../../../errors/app-error.js';
import { blend, morph, vary } from '../bench.js';
import { numberOf, type CustomId, type Verb } from '../custom-id.js';
import { nameFavorite, tagFavorite } from '../favorite-words.js';
import { keepPlaces } from '../keeping.js';
import { pull } from '../pulling.js';
import { answering, type Deferred } from '../turn.js';
import { readWish } from './attribute-modal.js';
import { valueOf, valuesOf } from './fields.js';
import { placeOf } from './place-field.js';
import { fieldIds } from './post-modals.js';

type Submit = ModalSubmitInteraction;
type Factory = (id: CustomId) => Deferred<Submit>;

/** A modal opened from a private message is answered privately. */
const asThere = (submit: Submit) => submit.message?.flags.has(MessageFlags.Ephemeral) ?? false;

const pullModalHandler: Factory = () =>
  answering('open', ({ scene, outlet, interaction }) =>
    pull(scene, outlet, { wish: readWish(interaction) }),
  );

const changeModalHandler: Factory = ({ ids: [postId = '', place] }) =>
  answering(asThere, ({ scene, outlet, interaction }) => {
    const subject = { postId, place: placeOf(interaction, place) };
    return morph(scene, outlet, { subject, wish: readWish(interaction) });
  });

const varyModalHandler: Factory = ({ ids: [postId = '', place] }) =>
  answering(asThere, ({ scene, outlet, interaction }) => {
    const subject = { postId, place: placeOf(interaction, place) };
    const amount = valueOf(interaction, fieldIds.amount) === 'strong' ? 'strong' : 'subtle';
    return vary(scene, outlet, { subject, amount });
  });

const blendModalHandler: Factory = ({ ids: [postId = '', place] }) =>
  answering(asThere, ({ scene, outlet, interaction }) => {
    const favorite =
      valueOf(interaction, fieldIds.partnerText) ?? valueOf(interaction, fieldIds.partner);
    if (favorite === undefined) {
      throw new UserInputError('nothing-to-change', 'expected a favourite to blend with');
    }
    const description = valueOf(interaction, fieldIds.words);
    const ratio = valueOf(interaction, fieldIds.ratio);
    return blend(scene, outlet, {
      first: { favorite },
      second: { postId, place: placeOf(interaction, place) },
      ...(ratio === undefined ? {} : { ratio: Number(ratio) }),
      ...(description === undefined ? {} : { wish: { description } }),
    });
  });

const keepModalHandler: Factory = ({ ids: [postId = ''] }) =>
  answering('private', ({ scene, outlet, interaction }) => {
    const places = valuesOf(interaction, fieldIds.places).map((place) => numberOf(place));
    return keepPlaces(scene, outlet, { postId, places });
  });

const nameModalHandler: Factory = ({ ids: [number = ''] }) =>
  answering('private', ({ scene, outlet, interaction }) =>
    nameFavorite(scene, outlet, {
      reference: number,
      name: valueOf(interaction, fieldIds.text) ?? '',
    }),
  );

const tagModalHandler: Factory = ({ ids: [number = ''] }) =>
  answering('private', ({ scene, outlet, interaction }) =>
    tagFavorite(scene, outlet, {
      reference: number,
      tags: valueOf(interaction, fieldIds.text) ?? '',
    }),
  );

const factories: Readonly<Partial<Record<Verb, Factory>>> = {
  'pull-modal': pullModalHandler,
  'change-modal': changeModalHandler,
  'vary-modal': varyModalHandler,
  'blend-modal': blendModalHandler,
  'keep-modal': keepModalHandler,
  'name-modal': nameModalHandler,
  'tag-modal': tagModalHandler,
};

/** Who answers a submitted modal. */
export function findModalHandler(id: CustomId): Deferred<Submit> | undefined {
  return factories[id.verb]?.(id);
}
