import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { UserInputError } from '../../../errors/app-error.js';
import { blend, morph, vary } from '../actions/edit-portraits.js';
import { numberOf, type CustomId, type Verb } from '../custom-id.js';
import { nameFavorite, tagFavorite } from '../actions/edit-favorite.js';
import { keepPlaces } from '../actions/keep-portraits.js';
import { pull } from '../actions/pull.js';
import { answering, type DeferredHandler } from '../events/interaction-context.js';
import { readPullInput } from './attribute-modal.js';
import { valueOf, valuesOf } from './fields.js';
import { placeOf } from './place-field.js';
import { fieldIds } from './post-modals.js';

type Submit = ModalSubmitInteraction;
type Factory = (id: CustomId) => DeferredHandler<Submit>;

/** A modal opened from a private message is answered privately. */
const asThere = (submit: Submit) => submit.message?.flags.has(MessageFlags.Ephemeral) ?? false;

const pullModalHandler: Factory = () =>
  answering('open', ({ caller, target, interaction }) =>
    pull(caller, target, { prompt: readPullInput(interaction) }),
  );

const changeModalHandler: Factory = ({ ids: [postId = '', place] }) =>
  answering(asThere, ({ caller, target, interaction }) => {
    const reference = { postId, place: placeOf(interaction, place) };
    return morph(caller, target, { reference, prompt: readPullInput(interaction) });
  });

const varyModalHandler: Factory = ({ ids: [postId = '', place] }) =>
  answering(asThere, ({ caller, target, interaction }) => {
    const reference = { postId, place: placeOf(interaction, place) };
    const amount = valueOf(interaction, fieldIds.amount) === 'strong' ? 'strong' : 'subtle';
    return vary(caller, target, { reference, amount });
  });

const blendModalHandler: Factory = ({ ids: [postId = '', place] }) =>
  answering(asThere, ({ caller, target, interaction }) => {
    const favorite =
      valueOf(interaction, fieldIds.partnerText) ?? valueOf(interaction, fieldIds.partner);
    if (favorite === undefined) {
      throw new UserInputError('nothing-to-change', 'expected a favourite to blend with');
    }
    const description = valueOf(interaction, fieldIds.words);
    const ratio = valueOf(interaction, fieldIds.ratio);
    return blend(caller, target, {
      first: { favorite },
      second: { postId, place: placeOf(interaction, place) },
      ...(ratio === undefined ? {} : { ratio: Number(ratio) }),
      ...(description === undefined ? {} : { prompt: { description } }),
    });
  });

const keepModalHandler: Factory = ({ ids: [postId = ''] }) =>
  answering('private', ({ caller, target, interaction }) => {
    const places = valuesOf(interaction, fieldIds.places).map((place) => numberOf(place));
    return keepPlaces(caller, target, { postId, places });
  });

const nameModalHandler: Factory = ({ ids: [number = ''] }) =>
  answering('private', ({ caller, target, interaction }) =>
    nameFavorite(caller, target, {
      reference: number,
      name: valueOf(interaction, fieldIds.text) ?? '',
    }),
  );

const tagModalHandler: Factory = ({ ids: [number = ''] }) =>
  answering('private', ({ caller, target, interaction }) =>
    tagFavorite(caller, target, {
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

/** The handlers of submitted modals. */
export function findModalHandler(id: CustomId): DeferredHandler<Submit> | undefined {
  return factories[id.verb]?.(id);
}
