import { ModelLoadError } from '../../errors/app-error.js';
import type { ModelStage } from '../manifest.js';

/** A graph's input or output as the file declares it; a dimension that is not a number is free. */
export interface DeclaredTensor {
  readonly name: string;
  readonly isFloat32: boolean;
  /** Pictures as [batch, channels, height, width]. */
  readonly shape: readonly (number | string | null)[];
}

/** A graph's inputs and outputs, in no particular order, whichever runtime read it. */
export interface DeclaredGraph {
  readonly inputs: readonly DeclaredTensor[];
  readonly outputs: readonly DeclaredTensor[];
}

/**
 * Checks that a graph's inputs and output are the manifest's, and that its batch is free.
 * @throws ModelLoadError `model-graph-mismatch`
 */
export function checkGraph(stage: ModelStage, graph: DeclaredGraph, file: string): void {
  const inputs = Object.entries(stage.inputs).map(([name, shape]) => ({ name, shape }));
  const problem =
    findDifference('inputs', inputs, graph.inputs) ??
    findDifference('outputs', [stage.output], graph.outputs);
  if (problem === undefined) return;
  throw new ModelLoadError(
    'model-graph-mismatch',
    `${file} does not fit its manifest: ${problem}; export the model again`,
    { context: { file, problem } },
  );
}

interface ManifestTensor {
  readonly name: string;
  readonly shape: readonly (number | null)[];
}

function findDifference(
  what: string,
  expected: readonly ManifestTensor[],
  declared: readonly DeclaredTensor[],
): string | undefined {
  const wanted = expected.map(({ name, shape }) => describe(name, shape)).sort();
  const got = declared
    .map(({ name, shape, isFloat32 }) => describe(name, shape) + (isFloat32 ? '' : ' not float32'))
    .sort();
  if (wanted.join() === got.join()) return undefined;
  return `expected ${what} ${wanted.join(', ')}, got ${got.join(', ')}`;
}

function describe(name: string, shape: readonly (number | string | null)[]): string {
  const dimensions = shape.map((size) => (typeof size === 'number' && size > 0 ? size : 'N'));
  return `${name}[${dimensions.join('×')}]`;
}
