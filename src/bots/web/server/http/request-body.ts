import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './http-problem.js';

/** Reads a body. @throws HttpProblem 413 past the limit */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes) throw new HttpProblem(413, 'request-too-large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > maxBytes) throw new HttpProblem(413, 'request-too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Reads a JSON body. @throws HttpProblem 400, 413, 415 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  // Forms of other sites cannot send this type without being asked for permission first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new HttpProblem(415, 'request-malformed');
  }
  const body = await readBody(request, maxBytes);
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new HttpProblem(400, 'request-malformed');
  }
}
