import { z } from 'zod';
import type { FamilyNode } from '../../../game/favorites/family.js';
import type { WireFamilyMember } from '../wire.js';
import { packExport } from './pack-export.js';
import { defineAction, type Caller } from './action.js';
import { referenceInput } from './inputs.js';
import { favoriteLabel, presentPortrait } from './present.js';

/** The parents of a face. */
export const family = defineAction(
  z.strictObject({ reference: referenceInput }),
  async (caller, input) => {
    const { game, person, messages, language } = caller;
    const tree = await game.families.tree({ person, reference: input.reference });
    const root = presentMember(caller, tree.root);
    const title = messages.t(language, 'common:family.title', { name: root.label });
    const alone = messages.t(language, 'common:family.alone', { name: root.label });
    return { kind: 'family', title, text: root.parents.length === 0 ? alone : '', root };
  },
);

function presentMember(caller: Caller, node: FamilyNode): WireFamilyMember {
  const { messages, language } = caller;
  const nameless = messages.t(
    language,
    node.portrait === undefined ? 'common:family.unknown' : 'web:subject.this',
  );
  return {
    id: node.id,
    ...(node.portrait === undefined ? {} : { portrait: presentPortrait(caller, node.portrait) }),
    label: node.favorite === undefined ? nameless : favoriteLabel(caller, node.favorite),
    parents: node.parents.map((parent) => presentMember(caller, parent)),
  };
}

/** Shows the settings, or changes what is given. */
export const privacy = defineAction(
  z.strictObject({ allowsBlending: z.boolean().exactOptional() }),
  async (caller, input) => {
    const { game, person, messages, language } = caller;
    const settings =
      input.allowsBlending === undefined
        ? await game.privacy.settings(person)
        : await game.privacy.change(person, input);
    const key = settings.allowsBlending ? 'blendAllowed' : 'blendRefused';
    const said = messages.t(language, `common:privacy.${key}`);
    const stored = messages.t(language, 'common:privacy.stored');
    const { allowsBlending } = settings;
    return { kind: 'privacy', allowsBlending, text: `${said}\n${stored}` };
  },
);

/** Says what there is, or that there is nothing; the files themselves come from `api/export`. */
export const exportAll = defineAction(z.strictObject({}), async (caller) => {
  caller.send({ type: 'started', action: 'export', count: 1 });
  const { game, person, messages, language } = caller;
  const { files, portraits: count } = await packExport(game, person);
  if (count === 0) return { kind: 'note', text: messages.t(language, 'common:export.empty') };
  const text = messages.t(language, 'common:export.ready', { count });
  return { kind: 'export', text, parts: files.length };
});

/** Asks back before anything is erased. */
export const forgetMe = defineAction(z.strictObject({}), async (caller) => {
  const { game, person, messages, language } = caller;
  const { token, favorites } = await game.privacy.requestErasure(person);
  const text = messages.t(language, 'common:forget.ask', { count: favorites });
  return { kind: 'forget', text, token };
});

/**
 * Erases everything of the visitor's for good. Any token but the last of `forgetMe` ends in
 * NotAllowedError `confirmation-expired`.
 */
export const eraseMe = defineAction(
  z.strictObject({ token: z.string().max(64) }),
  async (caller, { token }) => {
    const { game, person, messages, language } = caller;
    await game.privacy.erase(person, token);
    return { kind: 'forgotten', text: messages.t(language, 'common:forget.done') };
  },
);

/** The page has the sentences of the help itself; this only says where to show them. */
export const help = defineAction(z.strictObject({}), () => Promise.resolve({ kind: 'help' }));

/** Remembers the language for what the game says unasked. */
export const language = defineAction(
  z.strictObject({ language: z.enum(['en', 'zh-CN', 'zh-TW', 'ja']) }),
  async ({ game, person }, input) => {
    await game.people.setLanguage(person, input.language);
    return undefined;
  },
);
