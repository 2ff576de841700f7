import { describe, expect, it } from 'vitest';
import {
  changeTurn,
  followTurn,
  openTurn,
} from '../../../src/bots/web/page/src/state/chat/turns.js';
import type { WireReply } from '../../../src/bots/web/wire.js';

const opened = openTurn([], { id: 1, spoken: 'blonde', action: 'say' })[0]!;
const reply: WireReply = { kind: 'pull', pullId: 'p', seed: 1, portraits: [], notes: [] };

describe('a turn', () => {
  it('waits, tells progress, then has its reply', () => {
    const started = followTurn(opened, { type: 'started', action: 'pull', count: 10 });
    expect(started).toMatchObject({ status: 'waiting', action: 'pull', count: 10 });
    const drawing = followTurn(started, { type: 'progress', position: 3, done: 2, total: 10 });
    expect(drawing.progress).toEqual({ position: 3, done: 2, total: 10 });
    expect(followTurn(drawing, { type: 'reply', reply }).replies).toEqual([reply]);
  });

  it('says that the model is still loading, until it draws', () => {
    const warming = followTurn(opened, { type: 'warming' });
    expect(warming.isWarming).toBe(true);
    expect(followTurn(warming, { type: 'started', action: 'pull', count: 1 }).isWarming).toBe(
      false,
    );
  });

  it('lets old pulls of an endless run go, and still counts them', () => {
    let turn = opened;
    for (let pull = 0; pull < 700; pull += 1) turn = followTurn(turn, { type: 'reply', reply });
    expect(turn.pulls).toBe(700);
    expect(turn.replies.length).toBeLessThanOrEqual(300);
  });

  it('changes alone', () => {
    const two = openTurn([opened], { id: 2, spoken: '', action: 'pull' });
    const changed = changeTurn(two, 2, (turn) => ({ ...turn, status: 'done' }));
    expect(changed.map(({ status }) => status)).toEqual(['waiting', 'done']);
  });
});
