import { encodePicture } from '../../imaging/encode.js';
import { readFace } from '../reading/read-face.js';
import type { LoadedModel } from '../runtime/loaded-model.js';
import { composePictures } from './compose-task.js';
import type { DrawTask, TaskOutcome, WorkerTask } from './worker-messages.js';

/** Does a batch of drawing tasks, or one composing or reading task, up to the encoded bytes. */
export async function runTasks(
  model: LoadedModel,
  tasks: readonly WorkerTask[],
): Promise<TaskOutcome> {
  const started = performance.now();
  const [first] = tasks;
  if (first?.kind === 'compose') {
    const picture = await composePictures(first);
    return { pictures: [picture], runtimeMs: 0, totalMs: performance.now() - started };
  }
  if (first?.kind === 'read') {
    const { reading, runtimeMs } = await readFace(model, first.picture);
    return { pictures: [], reading, runtimeMs, totalMs: performance.now() - started };
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
