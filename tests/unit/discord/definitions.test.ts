import { describe, expect, it } from 'vitest';
import { commandHandlers } from '../../../src/bots/discord/commands/command-handlers.js';
import { menuHandlers } from '../../../src/bots/discord/commands/message-menu.js';
import { commandDefinitions } from '../../../src/bots/discord/registration/command-definitions.js';
import { hashOf } from '../../../src/bots/discord/registration/register-commands.js';
import { createMessages } from '../../../src/messages/messages.js';
import type { ModelSummary } from '../../../src/game/game.js';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { itWith } from '../../support/describe-with.js';
import { ApiDescription } from '../../support/discord-standin/api-description.js';
import { checkCommands } from '../../support/discord-standin/documented-limits.js';
import { asList, asObject } from '../../support/discord-standin/request-body.js';
import { needs } from '../../support/needs.js';
import type { Json } from '../../support/discord-standin/world.js';

const model: ModelSummary = {
  id: 'test',
  version: '1',
  name: 'Test',
  license: { name: 'MIT', isNonCommercial: false },
  groups: vocabulary.groups,
  portraitSizePx: 256,
  largestSizePx: 512,
};
const definitions: readonly Json[] = commandDefinitions(createMessages(), model).map((one) => ({
  ...one,
}));
const json = JSON.parse(JSON.stringify(definitions)) as unknown;

describe('commandDefinitions', () => {
  itWith(needs.discordDescription, 'fit what Discord describes', () => {
    const request = { method: 'PUT', path: '/applications/1/commands', kind: 'json', json };
    expect(new ApiDescription().check(request)).toEqual([]);
  });

  it('fit what Discord documents', () => {
    expect(checkCommands(definitions)).toEqual([]);
  });

  it('have one handler each', () => {
    const names = definitions.map((definition) => String(definition['name'])).toSorted();
    const handled = [...Object.keys(commandHandlers), ...Object.keys(menuHandlers)].toSorted();
    expect(names).toEqual(handled);
  });

  it.each(['zh-CN', 'zh-TW', 'ja'])('are worded in %s throughout', (locale) => {
    const missing = textsOf(definitions).filter(({ localised }) => !(locale in localised));
    expect(missing).toEqual([]);
  });

  it('are named apart in every language', () => {
    for (const locale of ['zh-CN', 'zh-TW', 'ja']) {
      const names = definitions
        .filter((definition) => definition['type'] === 1)
        .map((definition) => asObject(definition['name_localizations'])[locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('offer an option for every group of the model', () => {
    const gacha = definitions.find((definition) => definition['name'] === 'gacha');
    const options = asList(gacha?.['options']).map((option) => option['name']);
    expect(options).toEqual(expect.arrayContaining(['hair-color', 'eye-color', 'look']));
    expect(options).toHaveLength(4 + model.groups.length);
  });

  it('can be installed to a server and to an account, and used in direct messages', () => {
    const gacha = definitions.find((definition) => definition['name'] === 'gacha');
    expect(gacha).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  });

  it('keep the settings for those who manage the server', () => {
    const settings = definitions.find((definition) => definition['name'] === 'settings');
    expect(settings).toMatchObject({ default_member_permissions: '32', contexts: [0] });
  });
});

describe('hashOf', () => {
  it('does not mind what Discord adds, leaves out and reorders', () => {
    const there = definitions.toReversed().map((definition) => ({
      ...definition,
      id: '1',
      version: '2',
      nsfw: false,
      dm_permission: true,
      default_member_permissions: definition['default_member_permissions'] ?? null,
      ...(asList(definition['options']).length === 0 ? { options: undefined } : {}),
    }));
    expect(hashOf(there)).toBe(hashOf(definitions));
  });

  it('sees a changed word', () => {
    const changed = definitions.map((definition) => ({ ...definition }));
    changed[0]!['description'] = 'something else';
    expect(hashOf(changed)).not.toBe(hashOf(definitions));
  });
});

function textsOf(parts: readonly Json[]): { text: unknown; localised: Json }[] {
  return parts.flatMap((part) => [
    { text: part['name'], localised: asObject(part['name_localizations']) },
    ...('description' in part
      ? [{ text: part['description'], localised: asObject(part['description_localizations']) }]
      : []),
    ...textsOf(asList(part['options'])),
    ...textsOf(asList(part['choices'])),
  ]);
}
