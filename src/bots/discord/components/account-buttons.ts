import type { CustomId } from '../custom-id.js';
import { privacyView } from '../privacy-view.js';
import { updating, type ComponentHandler, type Press } from '../turn.js';

/**
 * Lets others blend with the faces of whoever presses (`open`) or no longer (`closed`), and shows
 * how it is now.
 */
export function privacyButton({ ids: [choice] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    const change = { allowsBlending: choice === 'open' };
    const settings = await scene.bot.game.privacy.change(scene.person, change);
    await outlet.show(privacyView(scene, settings));
  });
}

/**
 * Erases everything of the person who asked for it, for good. A token that is wrong, used or too
 * old ends in NotAllowedError `confirmation-expired`.
 */
export function forgetButton({ ids: [token = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    await scene.bot.game.privacy.erase(scene.person, token);
    await outlet.show({ content: scene.t('common:forget.done') });
  });
}

/** Erases nothing: a line that says so takes the place of the question and its buttons. */
export function cancelButton(): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    await outlet.show({ content: scene.t('common:forget.kept') });
  });
}
