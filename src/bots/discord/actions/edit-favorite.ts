import { escapeText } from '../views/escape.js';
import type { ReplyTarget } from '../replies/reply-target.js';
import type { Caller } from '../caller.js';

/** Names a favourite, or takes its name away when the new one is empty. */
export async function nameFavorite(
  caller: Caller,
  target: ReplyTarget,
  given: { reference: string; name: string },
): Promise<void> {
  const { favorites } = caller.context.game;
  const { favorite, isShortened } = await favorites.name(
    caller.person,
    given.reference,
    given.name,
  );
  const { number, name } = favorite;
  const done =
    name === undefined
      ? caller.t('common:favourite.unnamed', { number })
      : caller.t('common:favourite.named', { number, name: escapeText(name) });
  const content = isShortened ? `${done} ${caller.t('discord:favourites.shortened')}` : done;
  await target.show({ content });
}

/** Replaces a favourite's tags; they come in one text, apart by spaces or commas. */
export async function tagFavorite(
  caller: Caller,
  target: ReplyTarget,
  given: { reference: string; tags: string },
): Promise<void> {
  const wanted = given.tags.split(/[\s,、，]+/u).filter((tag) => tag !== '');
  const favorite = await caller.context.game.favorites.tag(caller.person, given.reference, wanted);
  const { number, tags } = favorite;
  const list = tags.map((tag) => `#${escapeText(tag)}`).join(' ');
  const content =
    tags.length === 0
      ? caller.t('common:favourite.untagged', { number })
      : caller.t('common:favourite.tagged', { number, tags: list });
  await target.show({ content });
}
