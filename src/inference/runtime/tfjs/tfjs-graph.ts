import * as tf from '@tensorflow/tfjs-core';
import { ModelLoadError } from '../../../errors/app-error.js';
import type { OnnxGraph, OnnxNode, OnnxTensor } from '../onnx/onnx-file.js';
import type { FloatTensor } from '../runtime.js';
import { NodeInputs, type TfjsOperator } from './tfjs-operator.js';
import { arrayOperators } from './tfjs-operators-array.js';
import { elementwiseOperators } from './tfjs-operators-elementwise.js';
import { spatialOperators } from './tfjs-operators-spatial.js';

const OPERATORS: ReadonlyMap<string, TfjsOperator> = new Map([
  ...Object.entries(arrayOperators),
  ...Object.entries(elementwiseOperators),
  ...Object.entries(spatialOperators),
]);

interface Step {
  readonly node: OnnxNode;
  readonly operator: TfjsOperator;
  /** Values that no later step reads. */
  readonly lastUses: readonly string[];
}

/** An ONNX graph as TensorFlow.js operations, in the file's order, tensors in ONNX's NCHW layout. */
export class TfjsGraph {
  readonly #graph: OnnxGraph;
  readonly #steps: readonly Step[];
  readonly #weights: ReadonlyMap<string, tf.Tensor>;

  /** @throws ModelLoadError `model-operator-unknown` that lists what is missing */
  constructor(graph: OnnxGraph, file: string) {
    this.#graph = graph;
    this.#steps = planSteps(graph, file);
    this.#weights = new Map(
      [...graph.initializers].map(([name, weight]) => [name, toTensor(weight)]),
    );
  }

  /**
   * Runs the graph, freeing each intermediate tensor after its last use; gives a copy of the first output.
   * @throws Error for a form of an operator that is not written here
   */
  async run(feeds: Readonly<Record<string, FloatTensor>>): Promise<FloatTensor> {
    const values = new Map<string, tf.Tensor>();
    for (const [name, { data, dims }] of Object.entries(feeds)) {
      values.set(name, tf.tensor(data, [...dims], 'float32'));
    }
    try {
      for (const step of this.#steps) this.#runStep(step, values);
      const [declared] = this.#graph.outputs;
      const output = values.get(declared?.name ?? '');
      if (!output) throw new Error('the graph gave no output');
      return { data: Float32Array.from(await output.data()), dims: output.shape };
    } finally {
      tf.dispose([...values.values()]);
    }
  }

  /** Frees the weights, which lie on the backend's device; no run may follow. */
  release(): void {
    tf.dispose([...this.#weights.values()]);
  }

  #runStep({ node, operator, lastUses }: Step, values: Map<string, tf.Tensor>): void {
    const inputs = new NodeInputs(node, {
      tensor: (name) => values.get(name) ?? this.#weights.get(name),
      constant: (name) => this.#graph.initializers.get(name),
    });
    const outputs = tf.tidy(() => {
      // Own handles, so that a value that passes through unchanged can be let go by itself.
      return [operator(inputs)].flat().map((output) => tf.clone(output));
    });
    node.outputs.forEach((name, at) => {
      const output = outputs[at];
      if (output) values.set(name, output);
    });
    for (const name of lastUses) {
      values.get(name)?.dispose();
      values.delete(name);
    }
  }
}

function planSteps(graph: OnnxGraph, file: string): Step[] {
  const missing = graph.nodes.filter(({ operator }) => !OPERATORS.has(operator));
  if (missing.length > 0) {
    const names = [...new Set(missing.map(({ operator }) => operator))].sort();
    throw new ModelLoadError(
      'model-operator-unknown',
      `expected operators that the TensorFlow.js runtime knows in ${file}, it lacks ${names.join(', ')}; ` +
        'set INFERENCE_RUNTIME=onnx, or add them in src/inference/runtime',
      { context: { file, operators: names } },
    );
  }
  const lastReader = new Map<string, OnnxNode>();
  for (const node of graph.nodes) for (const name of node.inputs) lastReader.set(name, node);
  for (const { name } of graph.outputs) lastReader.delete(name);
  return graph.nodes.flatMap((node) => {
    const operator = OPERATORS.get(node.operator);
    const lastUses = [...new Set(node.inputs)].filter((name) => lastReader.get(name) === node);
    return operator ? [{ node, operator, lastUses }] : [];
  });
}

function toTensor({ data, dims }: OnnxTensor): tf.Tensor {
  return tf.tensor(data, [...dims], data instanceof Float32Array ? 'float32' : 'int32');
}
