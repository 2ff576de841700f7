import {
  ActionRowBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';
import type { Post } from '../../../game/posts/post.js';
import type { Localized } from '../caller.js';
import { encodeCustomId, numberOf } from '../custom-id.js';
import type { Row } from '../replies/outgoing.js';
import { button, buttonsInRow, inRows } from './rows.js';

/** Actions on one face of several, in one go. */
const faceDeeds = ['enlarge', 'vary'] as const;
type FaceDeed = (typeof faceDeeds)[number];

const emoji = { enlarge: '🔍', vary: '🎲' } as const;

/** A row of buttons for each deed where the faces fit into one, else a menu of both. */
export function faceRows(speech: Localized, post: Pick<Post, 'id' | 'portraitIds'>): Row[] {
  const places = post.portraitIds.map((_id, index) => index + 1);
  if (places.length > buttonsInRow) return [faceMenu(speech, post.id, places)];
  return faceDeeds.flatMap((deed) =>
    inRows(
      places.map((place) => {
        const id = encodeCustomId(deed, post.id, place);
        return button(id, String(place), ButtonStyle.Secondary).setEmoji(emoji[deed]);
      }),
    ),
  );
}

function faceMenu({ t }: Localized, postId: string, places: readonly number[]): Row {
  const options = faceDeeds.flatMap((deed) =>
    places.map((place) =>
      new StringSelectMenuOptionBuilder()
        .setValue(`${deed}.${place}`)
        .setLabel(t(`discord:face.${deed}`, { number: place }))
        .setEmoji(emoji[deed]),
    ),
  );
  const select = new StringSelectMenuBuilder()
    .setCustomId(encodeCustomId('face', postId))
    .setPlaceholder(t('discord:face.pick'))
    .addOptions(options);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
}

/** A choice of the menu read back; undefined for one that it does not offer. */
export function readFaceChoice(
  value: string | undefined,
): { readonly deed: FaceDeed; readonly place: number } | undefined {
  const [chosen, place] = value?.split('.', 2) ?? [];
  const deed = faceDeeds.find((each) => each === chosen);
  return deed === undefined ? undefined : { deed, place: numberOf(place) };
}
