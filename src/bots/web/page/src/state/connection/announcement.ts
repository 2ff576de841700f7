import type { WireNote, WireReply } from '../../../../wire.js';
import type { Say } from '../sentences.js';

/** The announcement of a reply for screen readers. */
export function announcementOf(reply: WireReply, say: Say): string {
  return linesOf(reply, say)
    .filter((line) => line !== '')
    .join(' ');
}

function linesOf(reply: WireReply, say: Say): readonly string[] {
  switch (reply.kind) {
    case 'pull':
      return [arrival(reply, say), ...notesOf(reply)];
    case 'portraits':
      return [reply.title, arrival(reply, say), ...notesOf(reply)];
    case 'strip': {
      const { title, detail, steps } = reply;
      return [title, detail, say('web:turn.readyMany', { count: steps.length }), ...notesOf(reply)];
    }
    case 'animation':
      return [reply.title, ...notesOf(reply)];
    case 'family':
      return [reply.title, reply.text];
    case 'help':
      return [say('help:title')];
    case 'recent':
    case 'refined':
    case 'walk':
    case 'reworded':
      return [];
    case 'favorites':
    case 'favorite':
    case 'unkept':
    case 'privacy':
    case 'export':
    case 'forget':
    case 'forgotten':
    case 'cut-off':
    case 'note':
      return [reply.text];
  }
}

type Faces = Extract<WireReply, { readonly kind: 'pull' | 'portraits' }>;

function arrival({ portraits }: Faces, say: Say): string {
  const [only] = portraits;
  return portraits.length === 1 && only !== undefined
    ? say('web:turn.ready', { description: only.alt })
    : say('web:turn.readyMany', { count: portraits.length });
}

function notesOf({ notes }: { readonly notes: readonly WireNote[] }): readonly string[] {
  return notes.map(({ text }) => text);
}
