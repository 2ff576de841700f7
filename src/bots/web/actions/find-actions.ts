import { z } from 'zod';
import { defineAction, drawingOf } from './action.js';
import { favoriteInput, promptInput, referenceInput } from './inputs.js';
import { presentNotes, presentPortrait } from './present.js';

const FACES = 16;

/** One step on the way to the one: sixteen faces, of which the visitor picks one. */
export const refine = defineAction(
  z.strictObject({
    step: z.enum(['person', 'colors', 'details']),
    prompt: promptInput.exactOptional(),
    of: referenceInput.exactOptional(),
  }),
  async (caller, input) => {
    caller.send({ type: 'started', action: 'refine', count: FACES });
    const { game, person } = caller;
    const drawing = drawingOf(caller);
    const result = await game.refinements.refine({ person, ...input, drawing });
    return {
      kind: 'refined',
      portraits: result.portraits.map((portrait) => presentPortrait(caller, portrait)),
      notes: presentNotes(caller, result),
    };
  },
);

/** A looping picture through two to five favourites and back. */
export const walk = defineAction(
  z.strictObject({ favorites: z.array(favoriteInput).max(100) }),
  async (caller, { favorites }) => {
    const { game, person } = caller;
    const drawing = drawingOf(caller);
    const { bytes, mediaType } = await game.walks.walk({ person, favorites, drawing });
    const picture = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
    return { kind: 'walk', picture };
  },
);
