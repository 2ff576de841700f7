import type { GuidedBlend } from './guided-blend.js';
import type { GuidedChange } from './guided-change.js';
import { drawingAnswer, type TapHandlers } from './tap-handlers.js';

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
export function guidedTaps(
  change: GuidedChange,
  blend: GuidedBlend,
): Pick<TapHandlers, GuidedKind> {
  return {
    change: async ({ portraitId }, { asker, message }) => {
      await change.begin(asker, portraitId, message.message_id);
      return undefined;
    },
    changeGroup: async (step, { asker, message }) => {
      await change.pickGroup(asker, step, message);
      return undefined;
    },
    changeValue: async (step, { asker, message }) => {
      await change.pickValue(asker, step, message);
      return undefined;
    },
    changeMore: async (step, { asker, message }) => {
      await change.pickMore(asker, step, message);
      return undefined;
    },
    changeDraw: async (step, { asker, message }) =>
      (await change.draw(asker, step, message))
        ? drawingAnswer(asker)
        : { alert: asker.t('errors:nothing-to-change') },
    blend: async ({ portraitId }, { asker, message }) => {
      await blend.begin(asker, portraitId, message.message_id);
      return undefined;
    },
    blendPage: async (step, { asker, message }) => {
      await blend.turn(asker, step, message);
      return undefined;
    },
    blendWith: async (step, { asker, message }) => {
      await blend.pickPartner(asker, step, message);
      return undefined;
    },
    blendDraw: async (step, { asker, message }) => {
      await blend.draw(asker, step, message);
      return drawingAnswer(asker);
    },
  };
}
