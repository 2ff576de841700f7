import { describe, expect, it } from 'vitest';
import { SWATCHES } from '../../../src/attributes/swatches.js';
import {
  getGroup,
  GROUP_NAMES,
  isGroupName,
  vocabulary,
} from '../../../src/attributes/vocabulary.js';

describe('vocabulary', () => {
  it('has the groups that the code names, in the order of φ', () => {
    expect(vocabulary.groups.map((group) => group.name)).toEqual(GROUP_NAMES);
  });

  it('has distinct values in each group, the absent one among them', () => {
    for (const { values, absent } of vocabulary.groups) {
      expect(new Set(values).size).toBe(values.length);
      if (absent !== undefined) expect(values).toContain(absent);
    }
  });

  it.each(['hair_color', 'eye_color'] as const)('has a swatch for every %s', (group) => {
    expect(Object.keys(SWATCHES[group])).toEqual(getGroup(group).values);
    for (const hex of Object.values(SWATCHES[group])) expect(hex).toMatch(/^#[0-9a-f]{6}$/u);
  });

  it('knows its groups by name', () => {
    expect(isGroupName('neck')).toBe(true);
    expect(isGroupName('toString')).toBe(false);
  });
});
