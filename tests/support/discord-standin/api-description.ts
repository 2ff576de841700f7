import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { platformDescription } from '../platform-descriptions.js';
import type { Json } from './world.js';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { content: Record<string, { schema: Json }>; required?: boolean };
  readonly parameters?: readonly { name: string; in: string }[];
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly literals: number;
  readonly operation: Operation;
  readonly template: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Checks requests against Discord's own description of its HTTP API. Without the file only the
 * documented limits are checked, which the end of the run tells.
 */
export class ApiDescription {
  readonly #isMissing: boolean;
  readonly #routes: Route[] = [];
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor() {
    const file = platformDescription('discord-openapi.json');
    this.#isMissing = !existsSync(file);
    if (this.#isMissing) return;
    const document = JSON.parse(readFileSync(file, 'utf8')) as {
      paths: Record<string, Record<string, Operation>>;
    };
    this.#defineFormats();
    this.#ajv.addSchema({ ...document, $id: 'discord' });
    for (const [template, item] of Object.entries(document.paths)) {
      for (const method of methods) {
        const operation = item[method];
        if (operation !== undefined) this.#routes.push(toRoute(method, template, operation));
      }
    }
    this.#routes.sort((a, b) => b.literals - a.literals);
  }

  /** Violations of a request, in words; empty if there are none. */
  check(request: { method: string; path: string; kind: string; json: unknown }): string[] {
    if (this.#isMissing) return [];
    const called = decodeURIComponent(request.path);
    const route = this.#routes.find((r) => r.method === request.method && r.pattern.test(called));
    if (route === undefined) return [`no such operation: ${request.method} ${request.path}`];
    const contentType = request.kind === 'multipart' ? 'multipart/form-data' : 'application/json';
    const content = route.operation.requestBody?.content;
    if (request.kind === 'none') {
      const required = route.operation.requestBody?.required === true;
      return required ? [`${route.operation.operationId} wants a body`] : [];
    }
    if (content?.[contentType] === undefined) {
      return [`${route.operation.operationId} takes no ${contentType}`];
    }
    const validate = this.#validator(route, contentType);
    if (validate(request.json)) return [];
    return (validate.errors ?? [])
      .filter((error) => !isDocumentedOtherwise(error))
      .slice(0, 12)
      .map((e) => `${route.operation.operationId}: ${e.instancePath} ${e.message ?? e.keyword}`);
  }

  #validator(route: Route, contentType: string): ValidateFunction {
    const pointer = [
      'paths',
      route.template,
      route.method.toLowerCase(),
      'requestBody',
      'content',
      contentType,
      'schema',
    ]
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const known = this.#validators.get(pointer);
    if (known !== undefined) return known;
    const compiled = this.#ajv.compile({ $ref: `discord#/${pointer}` });
    this.#validators.set(pointer, compiled);
    return compiled;
  }

  #defineFormats(): void {
    const int = (bits: number) => (n: number) =>
      Number.isInteger(n) && n >= -(2 ** (bits - 1)) && n < 2 ** (bits - 1);
    this.#ajv.addFormat('int32', { type: 'number', validate: int(32) });
    this.#ajv.addFormat('int64', { type: 'number', validate: int(64) });
    this.#ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
    this.#ajv.addFormat('snowflake', /^\d{1,20}$/);
    this.#ajv.addFormat('nonce', true);
    this.#ajv.addFormat('uri', (text: string) => URL.canParse(text));
    this.#ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
  }
}

/** Discord's documentation wins over its API description: permissions travel as strings of digits. */
function isDocumentedOtherwise({ instancePath, params }: ErrorObject): boolean {
  const isAboutType = JSON.stringify(params) === '{"type":["integer","null"]}';
  return instancePath.endsWith('/default_member_permissions') && isAboutType;
}

let shared: ApiDescription | undefined;

/** Reading and compiling the description takes a second; tests of one file share it. */
export function sharedDescription(): ApiDescription {
  shared ??= new ApiDescription();
  return shared;
}

function toRoute(method: string, template: string, operation: Operation): Route {
  const parts = template.split('/');
  const pattern = parts.map((part) => (part.startsWith('{') ? '[^/]+' : part)).join('/');
  return {
    method: method.toUpperCase(),
    pattern: new RegExp(`^${pattern}$`),
    literals: parts.filter((part) => !part.startsWith('{')).length,
    operation,
    template,
  };
}
