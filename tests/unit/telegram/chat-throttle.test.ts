import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatThrottle, TELEGRAM_LIMITS } from '../../../src/bots/telegram/sending/chat-throttle.js';

// Fake timers: what is measured is the clock that the limiter itself reads.
describe('ChatThrottle', () => {
  let chats: ChatThrottle;
  let sent: { chat: number; atMs: number }[];

  beforeEach(() => {
    vi.useFakeTimers();
    chats = new ChatThrottle(TELEGRAM_LIMITS);
    sent = [];
  });
  afterEach(() => {
    chats.close();
    vi.useRealTimers();
  });

  const send = (chat: number, weight = 1): Promise<void> =>
    chats.pass(chat, weight, async () => {
      sent.push({ chat, atMs: Date.now() });
    });

  /** The most that went out in any window of this length. */
  const mostWithin = (windowMs: number, chat?: number): number => {
    const times = sent.filter((each) => chat === undefined || each.chat === chat);
    return Math.max(
      ...times.map(
        ({ atMs }) =>
          times.filter((each) => each.atMs >= atMs && each.atMs < atMs + windowMs).length,
      ),
    );
  };

  it('sends one message a second to a chat, in order', async () => {
    const order: number[] = [];
    const all = [1, 2, 3, 4].map((n) =>
      chats.pass(7, 1, async () => {
        order.push(n);
        sent.push({ chat: 7, atMs: Date.now() });
      }),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3, 4]);
    expect(mostWithin(1000, 7)).toBe(1);
  });

  it('sends at most 20 a minute to a group, in any minute', async () => {
    const all = Array.from({ length: 65 }, () => send(-100));
    await vi.advanceTimersByTimeAsync(300_000);
    await Promise.all(all);
    expect(sent).toHaveLength(65);
    expect(mostWithin(60_000, -100)).toBe(20);
  });

  it('counts each picture of an album', async () => {
    const all = Array.from({ length: 6 }, () => send(-100, 4));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sent).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(all);
    expect(sent).toHaveLength(6);
  });

  it('sends fewer than 30 a second in all, with chats beside one another', async () => {
    const all = Array.from({ length: 200 }, (_, chat) => send(chat + 1));
    await vi.advanceTimersByTimeAsync(8000);
    await Promise.all(all);
    expect(sent).toHaveLength(200);
    expect(mostWithin(1000)).toBeLessThanOrEqual(30);
    expect(mostWithin(1000)).toBeGreaterThanOrEqual(25);
  });

  it('stays below 30 a second as Telegram sees it, however long each is on its way', async () => {
    const arrive = (chat: number): Promise<void> =>
      chats.pass(chat, 1, async () => {
        // Those that set out first dawdle, so that many arrive together.
        const wayMs = chat % 60 < 30 ? 1200 : 100;
        await new Promise((resolve) => setTimeout(resolve, wayMs));
        sent.push({ chat, atMs: Date.now() });
      });
    const all = Array.from({ length: 150 }, (_, chat) => arrive(chat + 1));
    await vi.advanceTimersByTimeAsync(20_000);
    await Promise.all(all);
    expect(mostWithin(1000)).toBeLessThanOrEqual(30);
  });

  it('knows how many wait, and forgets a chat that is done', async () => {
    const all = [1, 2].map(() => chats.inOrder(7, () => send(7)));
    expect(chats.waiting(7)).toBe(2);
    await vi.advanceTimersByTimeAsync(3000);
    await Promise.all(all);
    expect(chats.waiting(7)).toBe(0);
  });

  it('lets nothing more out once it is closed, neither at once nor later', async () => {
    const all = Array.from({ length: 5 }, () => send(7));
    const refused = Promise.allSettled(all);
    await vi.advanceTimersByTimeAsync(1500);
    const before = sent.length;
    chats.close();
    await vi.advanceTimersByTimeAsync(10_000);
    const outcomes = (await refused).map(({ status }) => status);
    expect(sent).toHaveLength(before);
    expect(outcomes.filter((status) => status === 'rejected')).toHaveLength(5 - before);
    await expect(send(8)).rejects.toThrow('before the bot stopped');
  });

  it('goes on after a job that failed', async () => {
    const failing = chats.inOrder(7, () => Promise.reject(new Error('refused')));
    const next = chats.inOrder(7, () => send(7));
    const refused = failing.catch((error: unknown) => String(error));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await refused).toContain('refused');
    await next;
    expect(sent).toHaveLength(1);
  });
});
