import * as tf from '@tensorflow/tfjs-core';
import { DATA_TYPES } from '../onnx/onnx-file.js';
import type { NodeInputs, TfjsOperator } from './tfjs-operator.js';

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;
type Unary = (x: tf.Tensor) => tf.Tensor;

const binary = (apply: Binary): TfjsOperator => {
  return (inputs) => apply(inputs.tensor(0), inputs.tensor(1));
};

const unary = (apply: Unary): TfjsOperator => {
  return (inputs) => apply(inputs.tensor(0));
};

/** Operators that treat every element alike; two inputs broadcast as in NumPy. */
export const elementwiseOperators: Readonly<Record<string, TfjsOperator>> = {
  Add: binary((a, b) => tf.add(a, b)),
  Sub: binary((a, b) => tf.sub(a, b)),
  Mul: binary((a, b) => tf.mul(a, b)),
  Div: binary((a, b) => tf.div(a, b)),
  Pow: binary((a, b) => tf.pow(a, b)),
  Identity: unary((x) => x),
  Neg: unary((x) => tf.neg(x)),
  Sqrt: unary((x) => tf.sqrt(x)),
  Exp: unary((x) => tf.exp(x)),
  Relu: unary((x) => tf.relu(x)),
  Tanh: unary((x) => tf.tanh(x)),
  Sigmoid: unary((x) => tf.sigmoid(x)),
  LeakyRelu: (inputs) => tf.leakyRelu(inputs.tensor(0), inputs.number('alpha', 0.01)),
  PRelu: (inputs) => {
    const x = inputs.tensor(0);
    return tf.add(tf.relu(x), tf.mul(inputs.tensor(1), tf.minimum(x, tf.scalar(0))));
  },
  Clip: (inputs) => {
    const low = inputs.numbers(1)?.[0] ?? inputs.number('min', -Infinity);
    const high = inputs.numbers(2)?.[0] ?? inputs.number('max', Infinity);
    return tf.clipByValue(inputs.tensor(0), low, high);
  },
  Softmax: (inputs) => {
    const x = inputs.tensor(0);
    // Up to version 12 of the operator the default was 1; since, the last.
    return tf.softmax(x, inputs.number('axis', x.rank - 1));
  },
  Cast: (inputs) => tf.cast(inputs.tensor(0), castType(inputs)),
};

/** Half precision is held as float32 here: exported graphs keep only weights in it. */
function castType(inputs: NodeInputs): 'float32' | 'int32' {
  const to = inputs.number('to', DATA_TYPES.float32);
  return to === DATA_TYPES.float32 || to === DATA_TYPES.float16 ? 'float32' : 'int32';
}
