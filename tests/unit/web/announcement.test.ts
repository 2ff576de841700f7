import { describe, expect, it } from 'vitest';
import { announcementOf } from '../../../src/bots/web/page/src/state/connection/announcement.js';
import { createSay } from '../../../src/bots/web/page/src/state/sentences.js';
import { pageCatalogue } from '../../../src/bots/web/server/http/page-files.js';
import type { WireReply } from '../../../src/bots/web/wire.js';
import { createMessages } from '../../../src/messages/messages.js';

const say = createSay({ language: 'en', catalogue: pageCatalogue(createMessages(), 'en') });
const face = { id: 'a', code: 'c', alt: 'Anime portrait: red hair', named: '', drawn: '' };
const portrait = { ...face, attributes: {} };
const notes = [{ kind: 'unknown', text: 'I don’t know “zorp”.' }] as const;
const favorite = { number: 1, name: '', label: 'No. 1', tags: [], portrait };
const page = { items: [favorite], page: 1, pageCount: 1, total: 1, tags: [] };
const root = { id: 'a', label: 'No. 1', parents: [] };
const text = 'That is all.';

const HEARD: readonly (readonly [WireReply, string])[] = [
  [
    { kind: 'pull', pullId: 'p', seed: 1, portraits: [portrait], notes },
    'Here it is: Anime portrait: red hair I don’t know “zorp”.',
  ],
  [
    { kind: 'pull', pullId: 'p', seed: 1, portraits: [portrait, portrait], notes: [] },
    '2 faces are here.',
  ],
  [
    { kind: 'portraits', title: 'Four close neighbours.', portraits: [portrait, portrait], notes },
    'Four close neighbours. 2 faces are here. I don’t know “zorp”.',
  ],
  [
    {
      kind: 'strip',
      title: 'No. 1 → red hair',
      detail: 'strength 80 %',
      chosen: portrait,
      steps: Array.from({ length: 7 }, () => portrait),
      notes,
    },
    'No. 1 → red hair strength 80 % 7 faces are here. I don’t know “zorp”.',
  ],
  [
    { kind: 'animation', title: 'No. 1 → red hair', picture: 'data:', portrait, notes },
    'No. 1 → red hair I don’t know “zorp”.',
  ],
  [{ kind: 'family', title: 'The family of No. 1', text: '', root }, 'The family of No. 1'],
  [
    { kind: 'family', title: 'The family of No. 1', text: 'No. 1 was pulled.', root },
    'The family of No. 1 No. 1 was pulled.',
  ],
  [{ kind: 'help' }, 'What you can say'],
  [{ kind: 'favorites', ...page, query: {}, text }, text],
  [{ kind: 'favorite', text, favorite }, text],
  [{ kind: 'unkept', text, portraitId: 'a' }, text],
  [{ kind: 'privacy', allowsBlending: true, text }, text],
  [{ kind: 'export', text, parts: 1 }, text],
  [{ kind: 'forget', text, token: 't' }, text],
  [{ kind: 'forgotten', text }, text],
  [{ kind: 'cut-off', text, pullId: 'p' }, text],
  [{ kind: 'note', text }, text],
];

describe('announcementOf', () => {
  it.each(HEARD)('tells those who listen of %j', (reply, heard) => {
    expect(announcementOf(reply, say)).toBe(heard);
  });
});
