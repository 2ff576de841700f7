import {
  ActionRowBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';
import type { RefineStep } from '../../../game/drawing/refine.js';
import type { Post } from '../../../game/posts/post.js';
import type { Localized } from '../caller.js';
import { encodeCustomId } from '../custom-id.js';
import type { Row } from '../replies/outgoing.js';
import { button, inRows } from './rows.js';

const grey = ButtonStyle.Secondary;

/** Under faces to pick one of: a menu of them, others of the same step, and back. */
export function stepRows(
  speech: Localized,
  step: RefineStep,
  { id, portraitIds }: Pick<Post, 'id' | 'portraitIds'>,
): Row[] {
  const { t } = speech;
  // The first face of a later step is the one that was picked.
  const others =
    step === 'person' ? encodeCustomId('find', id) : encodeCustomId(`find-${step}`, id, 1);
  return [
    pickMenu(speech, { id, portraitIds }),
    ...inRows([
      button(others, t('common:action.others'), grey).setEmoji('🔁'),
      backButton(speech, id),
    ]),
  ];
}

/** Under more faces than there is room for buttons: a menu of them, and their end. */
export function manyRows(speech: Localized, post: Pick<Post, 'id' | 'portraitIds'>): Row[] {
  const remove = button(encodeCustomId('delete', post.id), speech.t('common:action.delete'), grey);
  return [pickMenu(speech, post), ...inRows([remove.setEmoji('🗑️')])];
}

function pickMenu({ t }: Localized, { id, portraitIds }: Pick<Post, 'id' | 'portraitIds'>): Row {
  const options = portraitIds.map((_id, index) => {
    const number = index + 1;
    return new StringSelectMenuOptionBuilder()
      .setValue(String(number))
      .setLabel(t('common:result.portrait', { number }));
  });
  const select = new StringSelectMenuBuilder()
    .setCustomId(encodeCustomId('find-pick', id))
    .setPlaceholder(t('common:find.pick'))
    .addOptions(options);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
}

/** Under the face that was picked: keep it, go on from it, or go back. */
export function pickedRows(speech: Localized, { id }: Pick<Post, 'id'>): Row[] {
  const { t } = speech;
  return inRows([
    button(encodeCustomId('keep', id, 1), t('common:action.keep'), ButtonStyle.Primary).setEmoji(
      '❤️',
    ),
    button(encodeCustomId('find-colors', id, 1), t('common:action.colors'), grey).setEmoji('🌈'),
    button(encodeCustomId('find-details', id, 1), t('common:action.details'), grey).setEmoji('🎀'),
    button(encodeCustomId('enlarge', id, 1), t('common:action.enlarge'), grey).setEmoji('🔍'),
    backButton(speech, id),
  ]);
}

/** The step before still stands above: back takes this one away. */
function backButton({ t }: Localized, postId: string): ReturnType<typeof button> {
  return button(encodeCustomId('delete', postId), t('common:action.back'), grey).setEmoji('↩️');
}
