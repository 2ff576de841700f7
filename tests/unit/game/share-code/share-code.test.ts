import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/attributes/random.js';
import { toUnits, UNITS } from '../../../../src/game/share-code/embedding-units.js';
import {
  findFirstSeed,
  resolveLatent,
  roundLatent,
  type LatentRecipe,
} from '../../../../src/game/share-code/latent-recipe.js';
import {
  decodeShareCode,
  encodeShareCode,
  findShareCode,
  isCompact,
  type CodeModel,
} from '../../../../src/game/share-code/share-code.js';

const MODEL: CodeModel = {
  id: 'faces-64',
  version: '0.1.0',
  latentSize: 128,
  groupSizes: [12, 10, 3, 4, 4, 2, 3, 3, 2, 6, 4, 4, 2, 2],
};

const SEED: LatentRecipe = { kind: 'seed', seed: 0xdeadbeef };

function oneHot(seed: number): number[][] {
  const random = createRandom(seed);
  return MODEL.groupSizes.map((size) => {
    const chosen = Math.floor(random.uniform() * size);
    return Array.from({ length: size }, (_, at) => (at === chosen ? UNITS : 0));
  });
}

function soft(seed: number): number[][] {
  const random = createRandom(seed);
  return MODEL.groupSizes.map((size) => {
    return toUnits(Array.from({ length: size }, () => Math.max(0, random.normal())));
  });
}

function grow(generations: number): LatentRecipe {
  if (generations === 0) return SEED;
  const parent = grow(generations - 1);
  return { kind: 'blend', first: parent, second: parent, ratioUnits: 126 };
}

describe('encodeShareCode', () => {
  it('needs some 25 letters and digits for a pull', () => {
    const code = encodeShareCode({ latent: SEED, units: oneHot(1) }, MODEL);
    expect(code).toMatch(/^mg1[1-9A-HJ-NP-Za-km-z]{20,26}$/);
  });

  it('needs at most 64 for a blend of two pulls, so that it fits a deep link', () => {
    const latent: LatentRecipe = {
      kind: 'blend',
      first: SEED,
      second: { kind: 'seed', seed: 7 },
      ratioUnits: 126,
    };
    const [a, b] = [oneHot(1), oneHot(2)];
    const units = a.map((block, group) =>
      toUnits(block.map((unit, at) => unit + (b[group]?.[at] ?? 0))),
    );
    expect(encodeShareCode({ latent, units }, MODEL).length).toBeLessThanOrEqual(64);
  });

  it('carries φ and every kind of z exactly', () => {
    const vary: LatentRecipe = { kind: 'variation', of: SEED, amount: 'strong', seed: 70_000 };
    const numbers = roundLatent(resolveLatent(SEED, { latentSize: 128, truncation: 1 }));
    const blend: LatentRecipe = { kind: 'blend', first: vary, second: SEED, ratioUnits: 42 };
    for (const [at, latent] of [SEED, vary, blend, grow(3), numbers].entries()) {
      for (const units of [oneHot(at), soft(at)]) {
        const code = encodeShareCode({ latent, units }, MODEL);
        expect(decodeShareCode(code, MODEL)).toEqual({
          outcome: 'decoded',
          recipe: { latent, units },
        });
      }
    }
  });
});

describe('decodeShareCode', () => {
  const code = encodeShareCode({ latent: grow(2), units: soft(3) }, MODEL);

  it('notices every typing error of one character', () => {
    for (let at = 3; at < code.length; at += 1) {
      const other = code[at] === 'x' ? 'y' : 'x';
      const typo = code.slice(0, at) + other + code.slice(at + 1);
      expect(decodeShareCode(typo, MODEL).outcome).toBe('unreadable');
    }
  });

  it('tells a code of another model from an unreadable one', () => {
    const other = { ...MODEL, version: '0.2.0' };
    expect(decodeShareCode(code, other)).toEqual({ outcome: 'other-model' });
  });

  it.each([
    ['1.0.0', '1.0.0', 'decoded'],
    ['1.0.0', '1.0.1', 'decoded'],
    ['1.0.0', '1.3.0', 'decoded'],
    ['1.3.2', '1.0.0', 'decoded'],
    ['1.3.2', '2.0.0', 'other-model'],
    ['2.0.0', '1.3.2', 'other-model'],
    ['0.1.0', '0.1.4', 'decoded'],
    ['0.1.0', '1.1.0', 'other-model'],
  ])('of a code of %s by %s: %s', (drawnBy, version, outcome) => {
    const written = encodeShareCode(
      { latent: SEED, units: soft(3) },
      { ...MODEL, version: drawnBy },
    );
    expect(decodeShareCode(written, { ...MODEL, version }).outcome).toBe(outcome);
    expect(decodeShareCode(written, { ...MODEL, version, id: 'faces-32' }).outcome).toBe(
      'other-model',
    );
  });

  it('survives whatever text it is given', () => {
    const random = createRandom(5);
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    const texts = Array.from({ length: 500 }, () =>
      Array.from({ length: Math.floor(random.uniform() * 200) }, () =>
        alphabet.charAt(Math.floor(random.uniform() * alphabet.length)),
      ).join(''),
    );
    for (const text of ['', 'mg1', 'mg1' + '1'.repeat(10_000), '💙', ...texts]) {
      expect(decodeShareCode(`mg1${text}`, MODEL).outcome).toBe('unreadable');
    }
  });
});

describe('findShareCode', () => {
  it('finds a code in the text around it, and nothing else', () => {
    const code = encodeShareCode({ latent: SEED, units: oneHot(4) }, MODEL);
    expect(findShareCode(`look: **${code}**!`)).toBe(code);
    expect(findShareCode(`mg1${'z'.repeat(24)}`)).toBeUndefined();
  });
});

describe('isCompact', () => {
  it('keeps trees until they outgrow z itself', () => {
    expect(isCompact(grow(4), 128)).toBe(true);
    expect(isCompact(grow(5), 128)).toBe(false);
  });
});

describe('resolveLatent', () => {
  const space = { latentSize: 128, truncation: 1 };

  it('rounds z by less than anybody sees', () => {
    const z = resolveLatent(grow(1), space);
    const rounded = resolveLatent(roundLatent(z), space);
    const worst = Math.max(...z.map((value, at) => Math.abs(value - (rounded[at] ?? 0))));
    expect(worst).toBeLessThanOrEqual(1 / 64 + 1e-6);
  });

  it('knows the first seed of a family', () => {
    expect(findFirstSeed(grow(3))).toBe(0xdeadbeef);
  });
});

describe('toUnits', () => {
  it('always adds up, and leaves units as they are', () => {
    const random = createRandom(9);
    for (let round = 0; round < 300; round += 1) {
      const weights = Float32Array.from({ length: 12 }, () => random.uniform() ** 4);
      const units = toUnits(weights);
      expect(units.reduce((total, unit) => total + unit, 0)).toBe(UNITS);
      expect(toUnits(Float32Array.from(units, (unit) => unit / UNITS))).toEqual(units);
    }
  });

  it('holds the steps of a strip exactly', () => {
    for (const step of [0, 1, 2, 3, 4, 5, 6]) {
      expect(toUnits([1 - step / 6, step / 6])).toEqual([UNITS - step * 42, step * 42]);
    }
  });
});
