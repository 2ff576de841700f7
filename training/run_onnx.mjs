/**
 * Runs an ONNX file in ONNX Runtime on float32 tensors that stand in files, for checking an export.
 *
 * node run_onnx.mjs MODEL.onnx REQUEST.json
 * REQUEST.json: { inputs: { name: { file, dims } }, output: { name, file }, repeat?: number, threads?: number }
 * Writes the output's numbers to its file and prints { dims, medianMs } as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as ort from 'onnxruntime-node';

const [modelFile, requestFile] = process.argv.slice(2);
const request = JSON.parse(readFileSync(requestFile, 'utf8'));

const feeds = {};
for (const [name, { file, dims }] of Object.entries(request.inputs)) {
  const bytes = readFileSync(file);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  feeds[name] = new ort.Tensor('float32', Float32Array.from(numbers), dims);
}

const session = await ort.InferenceSession.create(modelFile, {
  executionProviders: ['cpu'],
  intraOpNumThreads: request.threads ?? 2,
});
const times = [];
let output;
for (let i = 0; i < (request.repeat ?? 1); i += 1) {
  const started = performance.now();
  output = (await session.run(feeds))[request.output.name];
  times.push(performance.now() - started);
}
writeFileSync(request.output.file, Buffer.from(output.data.buffer, output.data.byteOffset, output.data.byteLength));
const medianMs = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
process.stdout.write(JSON.stringify({ dims: output.dims, medianMs }));
