import * as tf from '@tensorflow/tfjs-core';
import type { NodeInputs, TfjsOperator } from './tfjs-operator.js';
import { resize } from './tfjs-resize.js';

const TO_NHWC = [0, 2, 3, 1];
const TO_NCHW = [0, 3, 1, 2];

/** Operators on planes, and products of matrices. Pictures come as [batch, channels, height, width]. */
export const spatialOperators: Readonly<Record<string, TfjsOperator>> = {
  MatMul: (inputs) => tf.matMul(inputs.tensor(0), inputs.tensor(1)),
  Gemm: (inputs) => {
    const isTransposed = (name: string): boolean => inputs.number(name, 0) === 1;
    const product = tf.matMul(
      inputs.tensor(0),
      inputs.tensor(1),
      isTransposed('transA'),
      isTransposed('transB'),
    );
    const scaled = tf.mul(product, tf.scalar(inputs.number('alpha', 1)));
    if (!inputs.has(2)) return scaled;
    return tf.add(scaled, tf.mul(inputs.tensor(2), tf.scalar(inputs.number('beta', 1))));
  },
  Conv: convolve,
  Resize: resize,
  DepthToSpace: depthToSpace,
  GlobalAveragePool: (inputs) => tf.mean(inputs.tensor(0), [2, 3], true),
  ReduceMean: (inputs) => {
    const axes = inputs.numbers(1) ?? inputs.list('axes');
    return tf.mean(inputs.tensor(0), axes, inputs.number('keepdims', 1) === 1);
  },
  BatchNormalization: (inputs) => {
    const [scale, shift, mean, variance] = [1, 2, 3, 4].map((at) => {
      return tf.reshape(inputs.tensor(at), [1, -1, 1, 1]);
    }) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const deviation = tf.sqrt(tf.add(variance, tf.scalar(inputs.number('epsilon', 1e-5))));
    const normal = tf.div(tf.sub(inputs.tensor(0), mean), deviation);
    return tf.add(tf.mul(normal, scale), shift);
  },
};

function convolve(inputs: NodeInputs): tf.Tensor {
  if (inputs.text('auto_pad', 'NOTSET') !== 'NOTSET') throw inputs.error('expected explicit pads');
  // TensorFlow.js's WASM backend convolves in NHWC only.
  const picture = tf.transpose(inputs.tensor(0), TO_NHWC) as tf.Tensor4D;
  const [top = 0, left = 0, bottom = 0, right = 0] = inputs.list('pads') ?? [];
  const padded = tf.pad(picture, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
  const convolved = convolveGroups(inputs, padded);
  // The bias lies along the last axis here, so that it needs no reshaping.
  const biased = inputs.has(2) ? tf.add(convolved, inputs.tensor(2)) : convolved;
  return tf.transpose(biased, TO_NCHW);
}

function convolveGroups(inputs: NodeInputs, padded: tf.Tensor4D): tf.Tensor4D {
  // [out, in / groups, height, width] -> [height, width, in / groups, out]
  const kernel = tf.transpose(inputs.tensor(1), [2, 3, 1, 0]) as tf.Tensor4D;
  const groups = inputs.number('group', 1);
  const strides = pair(inputs.list('strides'));
  const dilations = pair(inputs.list('dilations'));
  const apply = (x: tf.Tensor4D, w: tf.Tensor4D): tf.Tensor4D => {
    return tf.conv2d(x, w, strides, 'valid', 'NHWC', dilations);
  };
  if (groups === 1) return apply(padded, kernel);
  const channels = padded.shape[3];
  if (groups === channels && kernel.shape[3] === channels) {
    const depthwise = tf.transpose(kernel, [0, 1, 3, 2]);
    return tf.depthwiseConv2d(padded, depthwise, strides, 'valid', 'NHWC', dilations);
  }
  const kernels = tf.split<tf.Tensor4D>(kernel, groups, 3);
  const parts = tf.split<tf.Tensor4D>(padded, groups, 3).flatMap((part, at) => {
    const own = kernels[at];
    return own ? [apply(part, own)] : [];
  });
  return tf.concat(parts, 3);
}

function pair(list: readonly number[] | undefined): [number, number] {
  return [list?.[0] ?? 1, list?.[1] ?? 1];
}

/** [batch, channels · b², height, width] -> [batch, channels, height · b, width · b] */
function depthToSpace(inputs: NodeInputs): tf.Tensor {
  const x = inputs.tensor(0);
  const [batch = 0, depth = 0, height = 0, width = 0] = x.shape;
  const block = inputs.number('blocksize', 1);
  const channels = depth / (block * block);
  const isColumnsFirst = inputs.text('mode', 'DCR') === 'CRD';
  const split = isColumnsFirst
    ? tf.reshape(x, [batch, channels, block, block, height, width])
    : tf.reshape(x, [batch, block, block, channels, height, width]);
  const order = isColumnsFirst ? [0, 1, 4, 2, 5, 3] : [0, 3, 4, 1, 5, 2];
  return tf.reshape(tf.transpose(split, order), [batch, channels, height * block, width * block]);
}
