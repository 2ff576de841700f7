import type { IncomingMessage } from 'node:http';
import type { Json } from './world.js';

/** A file that came with a request. */
export interface UploadedFile {
  /** The n of files[n]. */
  readonly index: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/**
 * A request's body, whichever way it was sent; `json` is not validated yet, and undefined without a
 * body.
 */
export interface RequestBody {
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
  readonly kind: 'none' | 'json' | 'multipart';
}

const fileField = /^files\[(\d+)\]$/;

/** Reads a request as Discord would: JSON, or a form of `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { json: undefined, files: [], kind: 'none' };
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { json: JSON.parse(bytes.toString('utf8')) as unknown, files: [], kind: 'json' };
}

async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type },
  }).formData();
  const files: UploadedFile[] = [];
  let json: unknown = {};
  for (const [name, value] of form) {
    const index = fileField.exec(name)?.[1];
    if (name === 'payload_json') {
      json = JSON.parse(typeof value === 'string' ? value : await value.text());
    } else if (index === undefined || typeof value === 'string') {
      throw new Error(`unexpected form field ${name}`);
    } else {
      const file = new Uint8Array(await value.arrayBuffer());
      files.push({ index, filename: value.name, bytes: file });
    }
  }
  return { json, files, kind: 'multipart' };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one: Discord's bodies are objects (or lists, for commands). */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The objects of a list; empty for anything that is no list. */
export function asList(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((item) => isObject(item)) : [];
}

/** A text field; anything else is empty. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
