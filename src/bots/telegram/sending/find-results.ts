import type { RefineCommand } from '../../../game/drawing/refine.js';
import { faceCaption, refineCaption } from '../../../messages/result-caption.js';
import type { Action } from '../callback-data.js';
import type { Caller } from '../caller.js';
import type { TelegramContext } from '../telegram-context.js';
import { styleOf } from '../views/captions.js';
import { pickedKeyboard, stepKeyboard } from '../views/find-keyboards.js';
import { showPortraits } from './delivery.js';
import { drawFor } from './drawing.js';

/** A step and its starting point: a pull's description, or a face. */
export type FindStep =
  | { readonly step: 'person'; readonly pullId: string }
  | { readonly step: 'colors' | 'details'; readonly portraitId: string };

/** The steps on the way to the one, each from a press to its message. They return at once. */
export class FindResults {
  readonly #context: TelegramContext;

  constructor(context: TelegramContext) {
    this.#context = context;
  }

  /** Sixteen faces to pick one of, as one numbered picture. */
  step(caller: Caller, asked: FindStep, replyTo: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const { person, where } = caller;
        const command = { person, where, drawing, ...startOf(asked) };
        const result = await this.#context.game.refinements.refineOnGrid(command);
        const { portraits, picture } = result;
        await showPortraits(this.#context, caller, {
          kind: 'sheet',
          portraits,
          picture,
          keyboard: stepKeyboard(caller, portraits, othersOf(asked)),
          lines: refineCaption(styleOf(this.#context, caller), asked.step, result),
          replyTo,
          ...(asked.step === 'person' ? { pullId: asked.pullId } : {}),
        });
      },
    });
  }

  /** The picked face alone, with the ways on from it. */
  pick(caller: Caller, portraitId: string, replyTo: number): void {
    drawFor(this.#context, caller, {
      replyTo,
      run: async (drawing) => {
        const { portraits } = this.#context.game;
        const portrait = await portraits.get(caller.person, portraitId);
        const picture = await portraits.picture(caller.person, portraitId, drawing);
        await showPortraits(this.#context, caller, {
          kind: 'portrait',
          portraits: [portrait],
          picture,
          keyboard: pickedKeyboard(caller, portrait),
          lines: [faceCaption(caller, portrait), caller.t('common:find.picked')],
          replyTo,
        });
      },
    });
  }
}

function startOf(asked: FindStep): Pick<RefineCommand, 'step' | 'of' | 'pullId'> {
  if (asked.step === 'person') return asked;
  return { step: asked.step, of: { portraitId: asked.portraitId } };
}

function othersOf(asked: FindStep): Action {
  if (asked.step === 'person') return { do: 'find', pullId: asked.pullId };
  const { step, portraitId } = asked;
  return { do: step === 'colors' ? 'findColors' : 'findDetails', portraitId };
}
