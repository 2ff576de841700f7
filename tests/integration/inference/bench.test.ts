import { describe, expect, it } from 'vitest';
import { measureFavorites } from '../../../scripts/bench/measure-favorites.js';
import { measureFrames } from '../../../scripts/bench/measure-frames.js';
import { startTinyGenerator } from '../../support/game/test-game.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

describe('the benchmark', { timeout: 120_000 }, () => {
  it('times the first page of somebody’s many favourites', async () => {
    const generator = await startTinyGenerator();
    try {
      const measured = await measureFavorites(generator, { favorites: 60, calls: 3 });
      expect(measured).toMatchObject({ favorites: 60, calls: 3 });
      expect(measured.p50Ms).toBeGreaterThan(0);
      expect(measured.p95Ms).toBeGreaterThanOrEqual(measured.p50Ms);
    } finally {
      await generator.close();
    }
  });

  it('times frames that the page of the running program draws for somebody who drags', async () => {
    const measured = await measureFrames(TINY_MODEL_FOLDER, 5);
    expect(measured.frames).toBe(5);
    expect(measured.framesPerSecond).toBeGreaterThan(0);
  });
});
