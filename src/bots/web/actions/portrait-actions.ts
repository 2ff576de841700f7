import { z } from 'zod';
import { AppError } from '../../../errors/app-error.js';
import type { Portrait } from '../../../game/portraits/portrait.js';
import { defineAction, type Caller } from './action.js';
import { presentPortrait } from './present.js';

const MOST_REWORDED = 100;

/** The visitor's recent portraits from every tab, 48 per page. */
export const recent = defineAction(
  z.strictObject({
    page: z.number().int().min(1).exactOptional(),
    pageSize: z.number().int().min(1).max(48).exactOptional(),
  }),
  async (caller, query) => {
    const { game, person } = caller;
    const { items, ...page } = await game.portraits.recent(person, { pageSize: 48, ...query });
    return {
      kind: 'recent',
      ...page,
      items: items.map(({ portrait, ...kept }) => ({
        ...kept,
        portrait: presentPortrait(caller, portrait),
      })),
    };
  },
);

/** Portraits by id, in the language of the request; those that are gone are left out. */
export const reword = defineAction(
  z.strictObject({ portraitIds: z.array(z.string().max(64)).max(MOST_REWORDED) }),
  async (caller, { portraitIds }) => {
    const portraits: Portrait[] = [];
    for (const id of portraitIds) {
      const portrait = await find(caller, id);
      if (portrait !== undefined) portraits.push(portrait);
    }
    return {
      kind: 'reworded',
      portraits: portraits.map((portrait) => presentPortrait(caller, portrait)),
    };
  },
);

async function find({ game, person }: Caller, id: string): Promise<Portrait | undefined> {
  try {
    return await game.portraits.get(person, id);
  } catch (error) {
    if (error instanceof AppError && GONE.has(error.code)) return undefined;
    throw error;
  }
}

const GONE = new Set(['portrait-not-found', 'not-yours']);
