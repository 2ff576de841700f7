import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../../../src/messages/command-names.js';
import { splitCommand } from '../../../../src/game/typed-commands/typed-command.js';

describe('splitCommand', () => {
  it.each([
    ['/gacha silver hair', { name: 'gacha', rest: 'silver hair' }],
    ['/gacha', { name: 'gacha', rest: '' }],
    ['/GACHA@Some_Bot  x4', { name: 'gacha', botUsername: 'Some_Bot', rest: 'x4' }],
    ['/forget_me', { name: 'forget-me', rest: '' }],
    ['/gacha\n銀髪\n赤い目', { name: 'gacha', rest: '銀髪\n赤い目' }],
    ['  /help ', { name: 'help', rest: '' }],
    ['／ガチャ 銀髪', { name: 'gacha', rest: '銀髪' }],
    ['/お気に入り', { name: 'favorites', rest: '' }],
    ['/dance now', { name: 'dance', rest: 'now' }],
    ['/', { name: '', rest: '' }],
    ['/__proto__', { name: '--proto--', rest: '' }],
  ])('reads %j', (text, command) => {
    expect(splitCommand(text)).toEqual(command);
  });

  it.each(['silver hair', 'a /gacha', ''])('takes %j for words', (text) => {
    expect(splitCommand(text)).toBeUndefined();
  });

  it.each(COMMAND_NAMES)('knows /%s under its own name, however it is written', (name) => {
    expect(splitCommand(`/${name}`)?.name).toBe(name);
    expect(splitCommand(`/${name.replaceAll('-', '_').toUpperCase()}`)?.name).toBe(name);
  });
});
