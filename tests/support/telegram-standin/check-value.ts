import type { BotApiDescription, FieldDescription } from './bot-api-description.js';
import { visibleText } from './html.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Parameters that the server still takes though the description no longer lists them.
 * https://core.telegram.org/bots/api-changelog#december-29-2023
 */
const RETIRED_PARAMETERS = new Set(['reply_to_message_id', 'allow_sending_without_reply']);

/** Everything about a request's parameters that disagrees with the description. */
export function checkParameters(
  description: BotApiDescription,
  method: string,
  parameters: Fields,
): string[] {
  const described = description.methods[method];
  if (described === undefined) return [`${method}: no such method`];
  const fields = (described.fields ?? []).filter((field) => !RETIRED_PARAMETERS.has(field.name));
  const kept = Object.entries(parameters).filter(([name]) => !RETIRED_PARAMETERS.has(name));
  return checkFields(description, fields, { at: method, value: Object.fromEntries(kept) });
}

interface Located {
  readonly at: string;
  readonly value: unknown;
}

function checkFields(
  description: BotApiDescription,
  fields: readonly FieldDescription[],
  located: { at: string; value: Fields },
): string[] {
  const { at, value } = located;
  const known = new Set(fields.map((field) => field.name));
  const problems = Object.keys(value)
    .filter((name) => !known.has(name))
    .map((name) => `${at}.${name}: no such field`);
  for (const field of fields) {
    const given = value[field.name];
    const where = `${at}.${field.name}`;
    if (given === undefined) {
      if (field.required) problems.push(`${where}: required, missing`);
      continue;
    }
    problems.push(...checkTypes(description, field.types, { at: where, value: given }));
    problems.push(...checkText(field, { at: where, value: given }, value['parse_mode']));
  }
  return problems;
}

function checkTypes(
  description: BotApiDescription,
  types: readonly string[],
  located: Located,
): string[] {
  const attempts = types.map((type) => checkType(description, type, located));
  return attempts.reduce((best, next) => (next.length < best.length ? next : best));
}

function checkType(description: BotApiDescription, type: string, located: Located): string[] {
  const { at, value } = located;
  const item = /^Array of (.+)$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) return [`${at}: not an array`];
    return value.flatMap((one, index) =>
      checkType(description, item, { at: `${at}[${index}]`, value: one }),
    );
  }
  const isPrimitive = PRIMITIVES[type];
  if (isPrimitive !== undefined) return isPrimitive(value) ? [] : [`${at}: not ${type}`];
  const described = description.types[type];
  if (described === undefined) return [`${at}: unknown type ${type}`];
  if (described.subtypes !== undefined) return checkTypes(description, described.subtypes, located);
  if (typeof value !== 'object' || value === null) return [`${at}: not a ${type}`];
  return checkFields(description, described.fields ?? [], { at, value: value as Fields });
}

const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  String: (value) => typeof value === 'string',
  InputFile: (value) => value instanceof Uint8Array,
};

/** Lengths and fixed values stand in a field's prose: "1-64 bytes", "must be photo". */
function checkText(field: FieldDescription, located: Located, parseMode: unknown): string[] {
  const { at, value } = located;
  if (typeof value !== 'string') return [];
  const fixed = /\bmust be ([a-z_]+)$|always [“"]([a-z_]+)[”"]/.exec(field.description);
  const wanted = fixed?.[1] ?? fixed?.[2];
  if (field.name === 'type' && wanted !== undefined && value !== wanted) {
    return [`${at}: must be ${wanted}, is ${value}`];
  }
  const range = /(\d+)\s?-\s?(\d+) (characters|bytes|Bytes)/.exec(field.description);
  if (range === null) return [];
  const [, least, most, unit] = range;
  const text = field.description.includes('after entities parsing')
    ? visibleText(value, parseMode)
    : value;
  const length = unit === 'characters' ? text.length : Buffer.byteLength(text);
  const isWithin = length >= Number(least) && length <= Number(most);
  return isWithin ? [] : [`${at}: ${length} ${unit}, allowed ${least} to ${most}`];
}
