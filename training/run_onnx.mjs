/**
 * Runs an ONNX file in ONNX Runtime on float32 tensors that stand in files, for checking an export.
 *
 * node run_onnx.mjs MODEL.onnx REQUEST.json
 * REQUEST.json: { inputs: { name: { file, dims } }, output: { name, file }, repeat?, threads?, chunk?: number }
 * With a chunk, rows go through the graph so many at a time: large pictures of many rows need less memory.
 * Writes the output's numbers to its file and prints { dims, medianMs } as JSON.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
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
const rows = Object.values(request.inputs)[0].dims[0];
const chunk = request.chunk ?? rows;
const file = openSync(request.output.file, 'w');
let output;
for (let start = 0; start < rows; start += chunk) {
  const part = slice(feeds, start, Math.min(rows, start + chunk));
  for (let i = 0; i < (request.repeat ?? 1); i += 1) {
    const started = performance.now();
    output = (await session.run(part))[request.output.name];
    times.push(performance.now() - started);
  }
  writeSync(file, Buffer.from(output.data.buffer, output.data.byteOffset, output.data.byteLength));
}
closeSync(file);
const medianMs = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
process.stdout.write(JSON.stringify({ dims: [rows, ...output.dims.slice(1)], medianMs }));

/** Rows start..end of every input. */
function slice(tensors, start, end) {
  const parts = Object.entries(tensors).map(([name, { data, dims }]) => {
    const size = data.length / dims[0];
    const values = data.slice(start * size, end * size);
    return [name, new ort.Tensor('float32', values, [end - start, ...dims.slice(1)])];
  });
  return Object.fromEntries(parts);
}
