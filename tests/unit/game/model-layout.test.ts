import { describe, expect, it } from 'vitest';
import { EMPTY_REQUEST, type AttributeRequest } from '../../../src/attributes/attribute-request.js';
import type { ModelManifest } from '../../../src/inference/manifest.js';
import { ModelLayout } from '../../../src/game/portraits/model-layout.js';
import { createMessages } from '../../../src/messages/messages.js';
import { resultNotes } from '../../../src/messages/result-notes.js';

const layout = new ModelLayout({
  id: 'old',
  version: '1.0.0',
  latentSize: 8,
  groups: [
    { name: 'hair_color', values: ['black', 'gray'] },
    { name: 'ornament', values: ['none', 'ribbon'] },
  ],
} as unknown as ModelManifest);

const asking = (attributes: AttributeRequest['attributes']): AttributeRequest =>
  layout.withLacking({ ...EMPTY_REQUEST, attributes });

describe('a model that lacks what was asked for', () => {
  it('is said to, value by value and group by group', () => {
    const request = asking({ ornament: { hat: 1 }, glasses: { yes: 1 } });
    expect(request.lacking).toEqual([
      { group: 'ornament', value: 'hat' },
      { group: 'glasses', value: 'yes' },
    ]);
    const [first] = resultNotes(createMessages(), 'en', { request });
    expect(first).toMatchObject({ kind: 'undrawable' });
    expect(first?.text).toMatch(/not in these faces: .*hat/i);
  });

  it('lacks nothing that it shows nearly, nor what is to be left out', () => {
    const near = asking({ hair_color: { silver: 1 }, ornament: { ribbon: 1 } });
    expect(near.lacking).toBeUndefined();
    expect(asking({ glasses: { no: 1 }, neck: { none: 1 } }).lacking).toBeUndefined();
  });
});
