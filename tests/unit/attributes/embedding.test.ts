import { describe, expect, it } from 'vitest';
import { EMPTY_REQUEST, type AttributeRequest } from '../../../src/attributes/attribute-request.js';
import { buildEmbedding } from '../../../src/attributes/embedding.js';
import { createRandom } from '../../../src/attributes/random.js';

const GROUPS = [
  { name: 'hair_color', values: ['black', 'blonde', 'pink'] },
  { name: 'eye_color', values: ['blue', 'red'] },
  { name: 'blush', values: ['no', 'yes'] },
];

/** black hair goes with red eyes, blonde with blue. */
const PRIOR = { type: 'exemplars', rows: ['010', '010', '100', '101'] } as const;

function request(attributes: AttributeRequest['attributes']): AttributeRequest {
  return { ...EMPTY_REQUEST, attributes };
}

function build(attributes: AttributeRequest['attributes'], seed = 1) {
  const random = createRandom(seed, 'phi');
  return buildEmbedding({ request: request(attributes), groups: GROUPS, prior: PRIOR, random });
}

describe('buildEmbedding', () => {
  it('lays the blocks of the model groups one after another', () => {
    const { phi, named, drawn } = build({
      hair_color: { pink: 1 },
      eye_color: { blue: 0.25, red: 0.75 },
      blush: { yes: 1 },
    });
    expect([...phi]).toEqual([0, 0, 1, 0.25, 0.75, 0, 1]);
    expect(named).toEqual(['hair_color', 'eye_color', 'blush']);
    expect(drawn).toEqual({});
  });

  it('gives what an older model lacks to the nearest values that it has', () => {
    const groups = [
      { name: 'hair_color', values: ['gray', 'pink', 'white'] },
      { name: 'expression', values: ['smile', 'sad'] },
    ];
    const { phi } = buildEmbedding({
      request: request({ hair_color: { silver: 0.5, pink: 0.5 }, expression: { angry: 1 } }),
      groups,
      prior: { type: 'exemplars', rows: ['00'] },
      random: createRandom(1, 'phi'),
    });
    expect([...phi]).toEqual([0.25, 0.5, 0.25, 0, 1]);
  });

  it('draws whole rows for what was not named', () => {
    const { phi, named, drawn } = build({});
    expect(named).toEqual([]);
    const digits = [
      GROUPS[0]?.values.indexOf(drawn.hair_color ?? ''),
      GROUPS[1]?.values.indexOf(drawn.eye_color ?? ''),
      GROUPS[2]?.values.indexOf(drawn.blush ?? ''),
    ];
    expect(PRIOR.rows).toContain(digits.join(''));
    expect([...phi].reduce((sum, weight) => sum + weight, 0)).toBe(3);
  });

  it('draws what suits the named groups, and seldom what does not', () => {
    const eyes = Array.from(
      { length: 300 },
      (_, seed) => build({ hair_color: { blonde: 1 } }, seed).drawn.eye_color,
    );
    const blue = eyes.filter((color) => color === 'blue').length;
    expect(blue).toBeGreaterThan(270);
    expect(blue).toBeLessThan(300);
  });

  it('is the same for the same seed', () => {
    expect(build({ blush: { no: 1 } }, 5)).toEqual(build({ blush: { no: 1 } }, 5));
  });

  it('shares the weight of values the model lacks among those it has', () => {
    const { phi } = build({ hair_color: { aqua: 0.5, pink: 0.25, black: 0.25 } });
    expect([...phi].slice(0, 3)).toEqual([0.5, 0, 0.5]);
  });

  it('draws a group of which the model has no value that was asked for', () => {
    const { named, drawn } = build({ hair_color: { aqua: 1 }, neck: { choker: 1 } });
    expect(named).toEqual([]);
    expect(Object.keys(drawn)).toEqual(['hair_color', 'eye_color', 'blush']);
  });

  it('goes on without exemplars', () => {
    const random = createRandom(3);
    const prior = { type: 'exemplars', rows: [] } as const;
    const { drawn } = buildEmbedding({ request: request({}), groups: GROUPS, prior, random });
    expect(Object.keys(drawn)).toHaveLength(3);
  });
});
