import type { Tensor } from '@tensorflow/tfjs-core';
import type { OnnxAttribute, OnnxNode, OnnxTensor } from '../onnx/onnx-file.js';

/**
 * One ONNX operator in TensorFlow.js. What it leaves behind is tidied by the caller.
 * Meanings: https://onnx.ai/onnx/operators/
 */
export type TfjsOperator = (inputs: NodeInputs) => Tensor | Tensor[];

interface Values {
  readonly tensor: (name: string) => Tensor | undefined;
  readonly constant: (name: string) => OnnxTensor | undefined;
}

/** A node's inputs and attributes, as its operator asks for them. */
export class NodeInputs {
  readonly #node: OnnxNode;
  readonly #values: Values;

  constructor(node: OnnxNode, values: Values) {
    this.#node = node;
    this.#values = values;
  }

  get outputCount(): number {
    return this.#node.outputs.length;
  }

  /** True if an optional input is present: neither past the last nor an empty name. */
  has(at: number): boolean {
    return (this.#node.inputs[at] ?? '') !== '';
  }

  /** @throws Error when the input was left out */
  tensor(at: number): Tensor {
    const tensor = this.#values.tensor(this.#node.inputs[at] ?? '');
    if (!tensor) throw this.error(`expected input ${at}, got none`);
    return tensor;
  }

  /** All inputs, for operators that take any number. @throws Error when one was left out */
  tensors(): Tensor[] {
    return this.#node.inputs.map((_, at) => this.tensor(at));
  }

  /** An input's numbers, such as a shape; undefined when it was left out. */
  numbers(at: number): number[] | undefined {
    if (!this.has(at)) return undefined;
    const constant = this.#values.constant(this.#node.inputs[at] ?? '');
    return [...(constant?.data ?? this.tensor(at).dataSync())].map(Number);
  }

  /** A numeric attribute; `fallback`, the standard's default, when it was left out. */
  number(name: string, fallback: number): number {
    const value = this.#attribute(name);
    return typeof value === 'number' ? value : fallback;
  }

  /** A text attribute; `fallback`, the standard's default, when it was left out. */
  text(name: string, fallback: string): string {
    const value = this.#attribute(name);
    return typeof value === 'string' ? value : fallback;
  }

  /** A list attribute; undefined when it was left out. */
  list(name: string): number[] | undefined {
    const value = this.#attribute(name);
    return Array.isArray(value) ? value.map(Number) : undefined;
  }

  /** A tensor attribute; undefined when it was left out. */
  weight(name: string): OnnxTensor | undefined {
    const value = this.#attribute(name);
    return typeof value === 'object' && 'dims' in value ? value : undefined;
  }

  /** For a form of the operator that is not written here. */
  error(problem: string): Error {
    return new Error(`${this.#node.operator} ${this.#node.name}: ${problem}`);
  }

  #attribute(name: string): OnnxAttribute | undefined {
    return this.#node.attributes.get(name);
  }
}
