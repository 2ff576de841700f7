import { ButtonStyle } from 'discord.js';
import type { PrivacySettings } from '../../../game/privacy/privacy.js';
import { encodeCustomId } from '../custom-id.js';
import type { Outgoing } from '../replies/outgoing.js';
import { button, inRows } from './rows.js';
import type { Caller } from '../caller.js';

/** The privacy view: what is stored, and whether others may blend with it. */
export function privacyView({ t }: Caller, { allowsBlending }: PrivacySettings): Outgoing {
  const state = allowsBlending ? 'common:privacy.blendAllowed' : 'common:privacy.blendRefused';
  const label = allowsBlending ? 'common:privacy.refuse' : 'common:privacy.allow';
  const id = encodeCustomId('privacy', allowsBlending ? 'closed' : 'open');
  return {
    content: [`**${t('common:privacy.title')}**`, t(state), t('common:privacy.stored')].join(
      '\n\n',
    ),
    rows: inRows([button(id, t(label), ButtonStyle.Secondary)]),
  };
}
