import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallRegister } from '../../../src/inference/queue/call-register.js';
import { QueuedCall } from '../../../src/inference/queue/queued-call.js';

const SILENCE_MS = 60_000;

describe('calls that no worker takes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function ask(register: CallRegister, person: string): { call: QueuedCall; given: () => boolean } {
    let isGivenUp = false;
    const call: QueuedCall = new QueuedCall({
      request: {
        composition: undefined,
        recipes: [],
        options: { sizePx: 64, format: 'webp', person },
      },
      priority: 1,
      total: 1,
      onProgress: () => undefined,
      silenceMs: SILENCE_MS,
      onSilence: () => {
        isGivenUp = true;
        register.remove(call);
      },
    });
    register.add(call);
    return { call, given: () => isGivenUp };
  }

  it('are each given up at their own time, however many before them were', () => {
    const register = new CallRegister({ maxWaiting: 9, maxWaitingOfPerson: 9 }, { pictures: 0 });
    const first = ask(register, 'ann');
    vi.advanceTimersByTime(1000);
    const second = ask(register, 'bob');
    vi.advanceTimersByTime(SILENCE_MS - 1000);
    expect([first.given(), second.given()]).toEqual([true, false]);
    vi.advanceTimersByTime(1000);
    expect(second.given()).toBe(true);
  });

  it('wait on while a worker gets on with others', () => {
    const register = new CallRegister({ maxWaiting: 9, maxWaitingOfPerson: 9 }, { pictures: 0 });
    const { call, given } = ask(register, 'ann');
    vi.advanceTimersByTime(SILENCE_MS - 1);
    call.refresh();
    vi.advanceTimersByTime(SILENCE_MS - 1);
    expect(given()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(given()).toBe(true);
  });
});
