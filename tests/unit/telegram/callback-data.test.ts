import { describe, expect, it } from 'vitest';
import vocabulary from '../../../src/attributes/vocabulary.json' with { type: 'json' };
import {
  decodeAction,
  encodeAction,
  type Action,
} from '../../../src/bots/telegram/callback-data.js';

const by = (2 ** 52 - 1).toString(36); // the largest id that Telegram gives a person
const id = 'A1b2C3d4E5f6';

const actions: readonly Action[] = [
  { do: 'keep', portraitId: id },
  { do: 'again', pullId: id },
  { do: 'change', portraitId: id },
  { do: 'changeMore', by, portraitId: id },
  { do: 'changeDraw', by, portraitId: id },
  { do: 'blend', portraitId: id },
  { do: 'blendPage', by, portraitId: id, page: '12345' },
  { do: 'blendWith', by, portraitId: id, number: '123456789' },
  { do: 'blendDraw', by, portraitId: id, number: '123456789', percent: '75' },
  { do: 'vary', portraitId: id },
  { do: 'animate', portraitId: id },
  { do: 'share', portraitId: id },
  { do: 'family', portraitId: id },
  { do: 'which', action: 'change' },
  { do: 'enlarge', portraitId: id },
  { do: 'find', pullId: id },
  { do: 'findPick', portraitId: id },
  { do: 'findColors', portraitId: id },
  { do: 'findDetails', portraitId: id },
  { do: 'findBack', by },
  { do: 'keepAll' },
  { do: 'help' },
  { do: 'favorites', by, page: '3', search: 'a.b.c' },
  { do: 'show', by, number: '12' },
  { do: 'rename', by, number: '12' },
  { do: 'drop', by, number: '12' },
  { do: 'privacy', by, isOpen: '1' },
  { do: 'erase', by, token: id },
  { do: 'stop', runId: id },
  { do: 'cancel', by },
];

describe('encodeAction', () => {
  it.each(actions.map((action) => [action.do, action] as const))('brings back %s', (_, action) => {
    const data = encodeAction(action);
    expect(decodeAction(data)).toEqual(action);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  });

  it('fits every value of the vocabulary into 64 bytes', () => {
    const lengths = vocabulary.groups.flatMap(({ name: group, values }) =>
      values.map((value) =>
        Buffer.byteLength(encodeAction({ do: 'changeValue', by, portraitId: id, group, value })),
      ),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(64);
  });

  it('cuts a search that is too long between characters', () => {
    const data = encodeAction({ do: 'favorites', by, page: '1', search: '髪'.repeat(40) });
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    const action = decodeAction(data);
    expect(action?.do === 'favorites' && action.search).toMatch(/^髪{10,}$/);
  });

  it('refuses ids that do not fit', () => {
    expect(() => encodeAction({ do: 'keep', portraitId: 'x'.repeat(64) })).toThrow('64 bytes');
  });
});

describe('decodeAction', () => {
  it.each(['', 'k', 'nonsense', '__proto__.x', 'constructor.x', '\u0000', 'cv.a.b', '🎨'])(
    'takes %j for no button of ours',
    (data) => {
      expect(decodeAction(data)).toBeUndefined();
    },
  );

  it.each([
    'k.short',
    `k.${id}.more`,
    `cg.${by}.${id}.Hair`,
    `cg.${by}.${id}.`,
    `fn.${by}.abc`,
    `fs.${by}.0`,
    `fp.${by}.NaN.`,
    `bd.${by}.${id}.1.100`,
    `p.${by}.yes`,
    'w.constructor',
    'ka.x',
    'i.short',
    'ib.',
    'fn..1',
  ])('takes %j, which only a forger sends, for none either', (data) => {
    expect(decodeAction(data)).toBeUndefined();
  });
});
