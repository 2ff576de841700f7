import * as tf from '@tensorflow/tfjs-core';
import type { NodeInputs, TfjsOperator } from './tfjs-operator.js';

/** Operators that rearrange numbers, or make up new tensors. */
export const arrayOperators: Readonly<Record<string, TfjsOperator>> = {
  Reshape: (inputs) => {
    const x = inputs.tensor(0);
    const wanted = inputs.numbers(1) ?? [];
    return tf.reshape(
      x,
      wanted.map((size, at) => (size === 0 ? (x.shape[at] ?? 1) : size)),
    );
  },
  Flatten: (inputs) => {
    const x = inputs.tensor(0);
    const rows = x.shape.slice(0, inputs.number('axis', 1)).reduce((a, b) => a * b, 1);
    return tf.reshape(x, [rows, -1]);
  },
  Transpose: (inputs) => tf.transpose(inputs.tensor(0), inputs.list('perm')),
  Concat: (inputs) => tf.concat(inputs.tensors(), inputs.number('axis', 0)),
  Unsqueeze: (inputs) => {
    const x = inputs.tensor(0);
    const axes = inputs.numbers(1) ?? inputs.list('axes') ?? [];
    const rank = x.rank + axes.length;
    const sorted = axes.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
    return sorted.reduce((result, axis) => tf.expandDims(result, axis), x);
  },
  Squeeze: (inputs) => tf.squeeze(inputs.tensor(0), inputs.numbers(1) ?? inputs.list('axes')),
  Slice: slice,
  Split: split,
  Gather: (inputs) => {
    const indices = tf.cast(inputs.tensor(1), 'int32');
    return tf.gather(inputs.tensor(0), indices, inputs.number('axis', 0));
  },
  Shape: (inputs) => tf.tensor1d(inputs.tensor(0).shape, 'int32'),
  Constant: (inputs) => {
    const weight = inputs.weight('value');
    if (!weight) return tf.scalar(inputs.number('value_float', inputs.number('value_int', 0)));
    const type = weight.data instanceof Float32Array ? 'float32' : 'int32';
    return tf.tensor(weight.data, [...weight.dims], type);
  },
  ConstantOfShape: (inputs) => {
    return tf.fill(inputs.numbers(0) ?? [], inputs.weight('value')?.data[0] ?? 0);
  },
  Expand: (inputs) => {
    // Both ways: a 1 in either shape gives way to the other.
    const x = inputs.tensor(0);
    return tf.mul(x, tf.ones(inputs.numbers(1) ?? [], x.dtype));
  },
};

function slice(inputs: NodeInputs): tf.Tensor {
  const x = inputs.tensor(0);
  const starts = inputs.numbers(1) ?? inputs.list('starts') ?? [];
  const ends = inputs.numbers(2) ?? inputs.list('ends') ?? [];
  const axes = inputs.numbers(3) ?? inputs.list('axes') ?? starts.map((_, at) => at);
  const steps = inputs.numbers(4) ?? [];
  if (steps.some((step) => step !== 1)) throw inputs.error('expected steps of 1');
  const begin = x.shape.map(() => 0);
  const size = [...x.shape];
  axes.forEach((axis, at) => {
    const dimension = axis < 0 ? axis + x.rank : axis;
    const length = x.shape[dimension] ?? 0;
    const from = clampIndex(starts[at] ?? 0, length);
    begin[dimension] = from;
    size[dimension] = Math.max(0, clampIndex(ends[at] ?? length, length) - from);
  });
  return tf.slice(x, begin, size);
}

function clampIndex(index: number, length: number): number {
  return Math.min(length, Math.max(0, index < 0 ? index + length : index));
}

function split(inputs: NodeInputs): tf.Tensor[] {
  const x = inputs.tensor(0);
  const axis = inputs.number('axis', 0);
  const length = x.shape[axis < 0 ? axis + x.rank : axis] ?? 0;
  const sizes = inputs.numbers(1) ?? inputs.list('split');
  // Without sizes: equal parts, the last one smaller where it does not come out even.
  const part = Math.ceil(length / inputs.outputCount);
  const even = Array.from({ length: inputs.outputCount }, (_, at) => {
    return Math.min(part, length - at * part);
  });
  return tf.split(x, sizes ?? even, axis);
}
