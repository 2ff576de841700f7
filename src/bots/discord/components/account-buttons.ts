import type { CustomId } from '../custom-id.js';
import { privacyView } from '../privacy-view.js';
import { updating, type ComponentHandler, type Press } from '../turn.js';

export function privacyButton({ ids: [choice] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    const change = { allowsBlending: choice === 'open' };
    const settings = await scene.bot.game.privacy.change(scene.person, change);
    await outlet.show(privacyView(scene, settings));
  });
}

export function forgetButton({ ids: [token = ''] }: CustomId): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    await scene.bot.game.privacy.erase(scene.person, token);
    await outlet.show({ content: scene.t('common:forget.done') });
  });
}

export function cancelButton(): ComponentHandler<Press> {
  return updating(async ({ scene, outlet }) => {
    await outlet.show({ content: scene.t('common:forget.kept') });
  });
}
