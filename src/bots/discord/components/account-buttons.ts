import type { CustomId } from '../custom-id.js';
import { privacyView } from '../views/privacy-view.js';
import { updating, type ComponentHandler, type Press } from '../events/interaction-context.js';

/**
 * Lets others blend with the faces of whoever presses (`open`) or no longer (`closed`), and shows
 * how it is now.
 */
export function privacyButton({ ids: [choice] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ caller, target }) => {
    const change = { allowsBlending: choice === 'open' };
    const settings = await caller.context.game.privacy.change(caller.person, change);
    await target.show(privacyView(caller, settings));
  });
}

/**
 * Erases everything of the person who asked for it, for good. A token that is wrong, used or too
 * old ends in NotAllowedError `confirmation-expired`.
 */
export function forgetButton({ ids: [token = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ caller, target }) => {
    await caller.context.game.privacy.erase(caller.person, token);
    await target.show({ content: caller.t('common:forget.done') });
  });
}

/** Erases nothing: a line that says so takes the place of the question and its buttons. */
export function cancelButton(): ComponentHandler<Press> {
  return updating(async ({ caller, target }) => {
    await target.show({ content: caller.t('common:forget.kept') });
  });
}
