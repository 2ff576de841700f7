import type { GuidedBlend } from './guided-blend.js';
import type { GuidedChange } from './guided-change.js';
import { drawingAnswer, type ActionHandlers } from '../handlers/action-handlers.js';

type GuidedKind =
  | 'change'
  | 'changeGroup'
  | 'changeValue'
  | 'changeMore'
  | 'changeDraw'
  | 'blend'
  | 'blendPage'
  | 'blendWith'
  | 'blendDraw';

/** The buttons of the guided conversations. */
export function guidedActions(
  change: GuidedChange,
  blend: GuidedBlend,
): Pick<ActionHandlers, GuidedKind> {
  return {
    change: async ({ portraitId }, { caller, message }) => {
      await change.begin(caller, portraitId, message.message_id);
      return undefined;
    },
    changeGroup: async (step, { caller, message }) => {
      const isKnown = await change.pickGroup(caller, step, message);
      return isKnown ? undefined : { alert: caller.t('telegram:tap.unknown') };
    },
    changeValue: async (step, { caller, message }) => {
      const isKnown = await change.pickValue(caller, step, message);
      return isKnown ? undefined : { alert: caller.t('telegram:tap.unknown') };
    },
    changeMore: async (step, { caller, message }) => {
      await change.pickMore(caller, step, message);
      return undefined;
    },
    changeDraw: async (step, { caller, message }) =>
      (await change.draw(caller, step, message))
        ? drawingAnswer(caller)
        : { alert: caller.t('errors:nothing-to-change') },
    blend: async ({ portraitId }, { caller, message }) => {
      await blend.begin(caller, portraitId, message.message_id);
      return undefined;
    },
    blendPage: async (step, { caller, message }) => {
      await blend.turn(caller, step, message);
      return undefined;
    },
    blendWith: async (step, { caller, message }) => {
      await blend.pickPartner(caller, step, message);
      return undefined;
    },
    blendDraw: async (step, { caller, message }) => {
      await blend.draw(caller, step, message);
      return drawingAnswer(caller);
    },
  };
}
