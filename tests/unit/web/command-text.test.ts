import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/bots/web/actions/command-text.js';

const read = (line: string) => readCommand(line, (text) => /^mg1\w{6,}$/.exec(text)?.[0]);

describe('readCommand', () => {
  it.each([
    ['blonde blue-eyes', 'pull', { prompt: { description: 'blonde blue-eyes' } }],
    ['  金发碧眼 ', 'pull', { prompt: { description: '金发碧眼' } }],
    ['/gacha blonde x10', 'pull', { prompt: { description: 'blonde' }, count: 10 }],
    ['／gacha 黒髪 10連', 'pull', { prompt: { description: '黒髪' }, count: 10 }],
    [
      '/gacha --count 3 red hair seed:7',
      'pull',
      { prompt: { description: 'red hair' }, count: 3, seed: 7 },
    ],
    ['/gacha', 'pull', { prompt: { description: '' } }],
    ['/ガチャ 金髪', 'pull', { prompt: { description: '金髪' } }],
    ['/gacha@mugen_bot blonde', 'pull', { prompt: { description: 'blonde' } }],
    ['/endless pink hair', 'endless', { prompt: { description: 'pink hair' } }],
    ['stop', 'stop', {}],
    ['停', 'stop', {}],
    [
      '/morph 3 green eyes 60%',
      'morph',
      { reference: { favorite: '3' }, prompt: { description: 'green eyes' }, strength: 0.6 },
    ],
    [
      '/morph "Yuki chan" smiling animate',
      'animate',
      { reference: { favorite: 'Yuki chan' }, prompt: { description: 'smiling' } },
    ],
    [
      '/morph 「雪」 笑顔',
      'morph',
      { reference: { favorite: '雪' }, prompt: { description: '笑顔' } },
    ],
    [
      '/morph mg1abcdefg hat',
      'morph',
      { reference: { code: 'mg1abcdefg' }, prompt: { description: 'hat' } },
    ],
    [
      '/change 1 #2 green eyes',
      'change',
      { favorites: [1, 2], prompt: { description: 'green eyes' } },
    ],
    ['/change green eyes', 'change', { prompt: { description: 'green eyes' } }],
    ['/vary 3 strong', 'vary', { reference: { favorite: '3' }, amount: 'strong' }],
    [
      '/blend 3 7 40% smiling',
      'blend',
      {
        first: { favorite: '3' },
        second: { favorite: '7' },
        ratio: 0.4,
        prompt: { description: 'smiling' },
      },
    ],
    ['/blend 3 + 7', 'blend', { first: { favorite: '3' }, second: { favorite: '7' } }],
    ['/favorites', 'favorites', {}],
    ['/favourites #cute page:2', 'favorites', { page: 2, tag: 'cute' }],
    ['/name 3 Yuki chan', 'name', { favorite: '3', name: 'Yuki chan' }],
    ['/tag 3 cute, red', 'tag', { favorite: '3', tags: ['cute', 'red'] }],
    ['/drop 3', 'drop', { favorite: '3' }],
    ['/redraw mg1abcdefg', 'redraw', { code: 'mg1abcdefg' }],
    ['/family 3', 'family', { reference: { favorite: '3' } }],
    ['/privacy open', 'privacy', { allowsBlending: true }],
    ['/forget_me', 'forget-me', {}],
    ['/帮助', 'help', {}],
  ])('reads %s', (line, action, input) => {
    expect(read(line)).toEqual({ action, input });
  });

  it('does not take sizes and seeds in the middle of words for options', () => {
    expect(read('max10 box10').input).toEqual({ prompt: { description: 'max10 box10' } });
  });

  it.each(['/dance', '/', '/__proto__', '/constructor'])('knows no command %s', (line) => {
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'command-unknown' }));
  });

  it.each(['/morph', '/show', '/blend 3'])('misses a favourite in %s', (line) => {
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'favourite-not-found' }));
  });

  it('takes 10,000 characters of anything in its stride', () => {
    for (const piece of ['/', '"', '%', ' x', '1%', '「', '#1 ', '💙']) {
      const line = piece.repeat(5000).slice(0, 10_000);
      for (const command of ['', '/morph 1 ', '/change ', '/favorites ', '/blend 1 2 ']) {
        expect(
          read(`${command}${line === '' ? 'a' : line}`.replace(/^\/\//, '/gacha ')).action,
        ).toBeTypeOf('string');
      }
    }
  });
});
