import { describe, expect, it } from 'vitest';
import { FloodGate } from '../../../src/bots/web/server/protection/flood-gate.js';

const refusal = expect.objectContaining({ status: 429, code: 'too-many-requests' }) as Error;
const LIMITS = { requestsPerMinute: 3, newcomersPerMinute: 2, streams: 2 };

describe('FloodGate', () => {
  it('lets a minute’s worth of requests in at once, and then one by one', () => {
    let now = 0;
    const gate = new FloodGate(LIMITS, () => now);
    for (let at = 0; at < 3; at += 1) gate.expectRequest('a');
    expect(() => gate.expectRequest('a')).toThrow(refusal);
    expect(() => gate.expectRequest('b')).not.toThrow();
    now = 20_000;
    gate.expectRequest('a');
    expect(() => gate.expectRequest('a')).toThrow(refusal);
  });

  it('counts visitors that it has not seen, for each of whom pictures would be drawn', () => {
    const gate = new FloodGate(LIMITS, () => 0);
    gate.expectVisitor('a', 'ann');
    gate.expectVisitor('a', 'bob');
    for (let at = 0; at < 10; at += 1) gate.expectVisitor('a', 'ann');
    expect(() => gate.expectVisitor('a', 'eve')).toThrow(refusal);
    expect(() => gate.expectVisitor('b', 'eve')).not.toThrow();
  });

  it('bounds the streams of one network, and counts those that have ended no more', () => {
    const gate = new FloodGate(LIMITS, () => 0);
    const end = gate.openStream('a');
    gate.openStream('a');
    expect(() => gate.openStream('a')).toThrow(refusal);
    end();
    expect(() => gate.openStream('a')).not.toThrow();
  });

  it('bounds nothing on a page of this machine alone', () => {
    const gate = new FloodGate(undefined);
    for (let at = 0; at < 10_000; at += 1) gate.expectRequest('a');
    for (let at = 0; at < 100; at += 1) gate.expectVisitor('a', `visitor ${at}`);
    for (let at = 0; at < 100; at += 1) gate.openStream('a');
  });
});
