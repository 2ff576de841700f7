import { withProduct, type Product } from './product.js';
import { percentile, round } from './statistics.js';

/** Frames before the ones that count. */
const WARM_UP = 5;
/** A slider goes from end to end in so many frames, and back. */
const STEPS = 50;

/**
 * One person drags a slider of the page's morph bench, on a program of their own: frames of 64x64
 * that come one after the other, each of the slider's newest place.
 */
export function measureFrames(model: string | undefined, frames: number) {
  return withProduct(model, async (product) => {
    const portraitId = await product.pull(0);
    for (let at = 0; at < WARM_UP; at += 1) await draw(product, portraitId, at);
    const latencies: number[] = [];
    const started = performance.now();
    for (let at = 0; at < frames; at += 1) {
      const asked = performance.now();
      await draw(product, portraitId, at);
      latencies.push(performance.now() - asked);
    }
    const seconds = (performance.now() - started) / 1000;
    return {
      frames,
      framesPerSecond: round(frames / seconds),
      p50Ms: round(percentile(latencies, 0.5)),
      p95Ms: round(percentile(latencies, 0.95)),
    };
  });
}

async function draw(product: Product, portraitId: string, at: number): Promise<void> {
  const green = Math.abs((at % (2 * STEPS)) - STEPS) / STEPS;
  const prompt = { weights: { hair_color: { blonde: 1 - green, green } } };
  const body = { reference: { portraitId }, prompt };
  await product.post(0, { path: '/api/preview/morph', body });
}
