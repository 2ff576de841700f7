import type { WirePortrait, WireReply } from '../../../../wire.js';
import { act } from '../connection/api.js';
import type { Turn } from './turns.js';

/** As many as the server takes at once. */
const BATCH = 100;

/** Words portraits in the page's language as it is now. @throws Refusal, TypeError */
export async function rewordPortraits(
  ids: readonly string[],
): Promise<ReadonlyMap<string, WirePortrait>> {
  const reworded = new Map<string, WirePortrait>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const reply = await act('reword', { portraitIds: ids.slice(at, at + BATCH) });
    if (reply?.kind !== 'reworded') continue;
    for (const portrait of reply.portraits) reworded.set(portrait.id, portrait);
  }
  return reworded;
}

/** Every portrait that the turns show. */
export function portraitIdsOf(turns: readonly Turn[]): readonly string[] {
  const ids = new Set<string>();
  mapTurns(turns, (portrait) => {
    ids.add(portrait.id);
    return portrait;
  });
  return [...ids];
}

/** The turns with each portrait replaced. */
export function mapTurns(
  turns: readonly Turn[],
  change: (portrait: WirePortrait) => WirePortrait,
): Turn[] {
  return turns.map((turn) => ({
    ...turn,
    replies: turn.replies.map((reply) => mapReply(reply, change)),
  }));
}

function mapReply(reply: WireReply, change: (portrait: WirePortrait) => WirePortrait): WireReply {
  switch (reply.kind) {
    case 'pull':
    case 'portraits':
      return { ...reply, portraits: reply.portraits.map(change) };
    case 'strip':
      return { ...reply, chosen: change(reply.chosen), steps: reply.steps.map(change) };
    case 'animation':
      return { ...reply, portrait: change(reply.portrait) };
    case 'favorite': {
      const { favorite } = reply;
      return { ...reply, favorite: { ...favorite, portrait: change(favorite.portrait) } };
    }
    case 'favorites': {
      const items = reply.items.map((item) => ({ ...item, portrait: change(item.portrait) }));
      return { ...reply, items };
    }
    default:
      return reply;
  }
}
