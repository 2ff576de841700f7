import { composeAnimation } from '../../imaging/animation.js';
import { encodePicture } from '../../imaging/encode.js';
import { composeGrid } from '../../imaging/grid.js';
import { composeStrip } from '../../imaging/strip.js';
import type { LoadedModel } from '../runtime/loaded-model.js';
import type { ComposeTask, DrawTask, TaskOutcome, WorkerTask } from './worker-messages.js';

/** Does a batch of drawing tasks, or one composing task, up to the encoded bytes. */
export async function runTasks(
  model: LoadedModel,
  tasks: readonly WorkerTask[],
): Promise<TaskOutcome> {
  const started = performance.now();
  const [first] = tasks;
  if (first?.kind === 'compose') {
    const picture = await compose(first);
    return { pictures: [picture], runtimeMs: 0, totalMs: performance.now() - started };
  }
  const drawn = tasks.filter((task) => task.kind === 'draw');
  const { pictures, runtimeMs } = await draw(model, drawn);
  return { pictures, runtimeMs, totalMs: performance.now() - started };
}

async function draw(
  model: LoadedModel,
  tasks: readonly DrawTask[],
): Promise<{ pictures: Uint8Array[]; runtimeMs: number }> {
  const sizePx = tasks[0]?.sizePx ?? 0;
  const generated = await model.generate(tasks, sizePx);
  const pictures = await Promise.all(
    tasks.map(async (task, at) => {
      const rgb = generated.pictures[at];
      if (!rgb) throw new RangeError(`expected ${tasks.length} pictures, got ${at}`);
      return encodePicture(rgb, { format: task.format, recipes: [task.recipe], sizePx });
    }),
  );
  return { pictures, runtimeMs: generated.runtimeMs };
}

function compose({ layout, pictures, recipes }: ComposeTask): Promise<Uint8Array> {
  switch (layout.kind) {
    case 'grid':
      return composeGrid(pictures, { format: layout.format, recipes });
    case 'strip': {
      const steps = layout.hasLarge ? pictures.slice(0, -1) : pictures;
      const large = layout.hasLarge ? pictures.at(-1) : undefined;
      return composeStrip(steps, large, { format: layout.format, recipes });
    }
    case 'animation':
      return composeAnimation(pictures, {
        format: layout.format,
        frameMs: layout.frameMs,
        recipes,
      });
  }
}
