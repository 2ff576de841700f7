import { describe, expect, it } from 'vitest';
import { SWATCHES } from '../../../src/attributes/swatches.js';
import { findHeaviestValue } from '../../../src/attributes/attribute-request.js';
import { colornames } from 'color-name-list';
import { weighColor } from '../../../src/parsing/colors/color-weights.js';
import { findNamedColor } from '../../../src/parsing/colors/named-colors.js';
import { COLORS } from '../../../src/parsing/lexicon/colors.js';

const weigh = (color: string, group: 'hair_color' | 'eye_color' = 'hair_color') =>
  weighColor([{ color, share: 1 }], group, false);

describe('weighColor', () => {
  it.each(Object.keys(COLORS))('spreads %s over at most three values that sum to one', (color) => {
    for (const group of ['hair_color', 'eye_color'] as const) {
      const weights = Object.values(weigh(color, group) ?? { none: 1 });
      expect(weights.length).toBeLessThanOrEqual(3);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });

  it.each(['hair_color', 'eye_color'] as const)('gives each %s its own swatch', (group) => {
    for (const [value, hex] of Object.entries(SWATCHES[group])) {
      // Silver is asked for by name only.
      const nearest = value === 'silver' ? 'white' : value;
      expect(findHeaviestValue(weigh(hex, group) ?? {})).toBe(nearest);
    }
  });

  it('follows the conventions for silver, gold, amber and teal', () => {
    expect(weigh('silver')).toEqual({ silver: 1 });
    expect(weigh('gold', 'eye_color')).toEqual({ yellow: 0.5, orange: 0.5 });
    expect(weigh('amber', 'eye_color')).toEqual({ yellow: 0.5, orange: 0.5 });
    expect(weigh('teal')).toEqual({ aqua: 0.5, green: 0.5 });
  });

  it.each([
    ['#7fffd4', 'aqua'],
    ['#dc143c', 'red'],
    ['#ff8c00', 'orange'],
    ['#2e8b57', 'green'],
    ['#ffc0cb', 'pink'],
    ['#000000', 'black'],
    ['#8b4513', 'brown'],
    ['rgb(120, 60, 200)', 'purple'],
    ['khaki', 'blonde'],
  ])('measures %s as nearest to %s and never as that alone', (color, value) => {
    const weights = weigh(color) ?? {};
    expect(findHeaviestValue(weights)).toBe(value);
    expect(Object.keys(weights).length).toBeGreaterThan(1);
  });

  it.each(['gray', 'white', 'silver', '#c0c0c0'])('has no eyes for %s', (color) => {
    expect(weigh(color, 'eye_color')).toBeUndefined();
  });

  it.each(['light', 'dark'] as const)('keeps a %s colour nearest to itself', (tone) => {
    for (const value of Object.keys(SWATCHES.hair_color)) {
      const weights = weighColor([{ color: value, tone, share: 1 }], 'hair_color', false);
      expect(findHeaviestValue(weights ?? {})).toBe(value);
    }
  });

  it('mixes two colours by their shares', () => {
    const shades = [
      { color: 'pink', share: 1 },
      { color: 'blue', share: 3 },
    ];
    expect(weighColor(shades, 'hair_color', false)).toEqual({ pink: 0.25, blue: 0.75 });
  });

  it('reads 青 as each language does', () => {
    expect(weighColor([{ color: 'ao', share: 1 }], 'hair_color', false)).toEqual({ blue: 1 });
    const chinese = weighColor([{ color: 'ao', share: 1 }], 'hair_color', true) ?? {};
    expect(findHeaviestValue(chinese)).toBe('aqua');
  });

  it('knows no weights for what is no colour', () => {
    expect(weigh('qwertyuiop')).toBeUndefined();
  });
});

describe('findNamedColor', () => {
  it('finds rare names in the colour-name list', () => {
    expect(findNamedColor('heliotrope')).toMatch(/^#[0-9a-f]{6}$/u);
    expect(findNamedColor('qwertyuiop')).toBeUndefined();
  });

  it('finds every name of the list, however it is written there', () => {
    const missed = colornames.filter(({ name, hex }) => findNamedColor(name.toLowerCase()) !== hex);
    expect(missed).toEqual([]);
  });
});
