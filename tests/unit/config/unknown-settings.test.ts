import { describe, expect, it } from 'vitest';
import { KNOWN_NAMES } from '../../../src/config/env.js';
import { findUnknownSettings } from '../../../src/config/unknown-settings.js';

const find = (...names: string[]) =>
  findUnknownSettings(Object.fromEntries(names.map((name) => [name, 'x'])), KNOWN_NAMES);

describe('findUnknownSettings', () => {
  it.each([
    ['TELEGRAM_TOKNE', 'TELEGRAM_TOKEN'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DISCORD_TOKEN_FLIE', 'DISCORD_TOKEN_FILE'],
    ['MUGEN_WORKER', 'MUGEN_WORKERS'],
  ])('takes %s for %s', (name, near) => {
    expect(find(name)).toEqual([{ name, near }]);
  });

  it('tells of what can only be ours, however far off', () => {
    expect(find('MUGEN_FAVOURITE_COLOUR')).toEqual([{ name: 'MUGEN_FAVOURITE_COLOUR' }]);
  });

  it('leaves the names of others alone', () => {
    expect(find('HOME', 'HOSTNAME', 'PATH', 'PWD', 'npm_config_cache', 'NODE_ENV')).toEqual([]);
  });

  it('leaves settings alone', () => {
    expect(find(...KNOWN_NAMES)).toEqual([]);
  });
});
