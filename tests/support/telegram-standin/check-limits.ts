import sharp from 'sharp';
import { findHtmlProblem, visibleText } from './html.js';
import type { ApiRequest } from './read-request.js';

type Button = Readonly<Record<string, unknown>>;

const PHOTO_BYTES = 10 * 1024 * 1024;
const FILE_BYTES = 50 * 1024 * 1024;
const PHOTO_FORMATS = new Set(['jpeg', 'png', 'webp']);
const MOST_BUTTONS = 100;
const MOST_IN_A_ROW = 8;

/** Documented limits that no field's prose states. Returns what was broken. */
export async function checkLimits(request: ApiRequest): Promise<string[]> {
  const { method, parameters } = request;
  const problems = [
    ...checkHtml(parameters),
    ...checkLengths(parameters),
    ...checkKeyboard(parameters['reply_markup']),
    ...checkAlbum(request),
    ...checkCommands(parameters['commands']),
    ...checkInlineResults(parameters['results']),
    ...checkAttachments(request),
  ];
  if (method === 'sendPhoto') problems.push(...(await checkPhoto(parameters['photo'])));
  for (const [name, bytes] of request.attachments) {
    if (bytes.length > FILE_BYTES) problems.push(`${name}: over 50 MB`);
  }
  return problems.map((problem) => `${method}: ${problem}`);
}

function checkHtml(parameters: ApiRequest['parameters']): string[] {
  if (parameters['parse_mode'] !== 'HTML') return [];
  return ['text', 'caption'].flatMap((name) => {
    const text = parameters[name];
    const problem = typeof text === 'string' ? findHtmlProblem(text) : undefined;
    return problem === undefined ? [] : [`can't parse entities in ${name}: ${problem}`];
  });
}

const TEXT_LIMITS = { text: 4096, caption: 1024 } as const;

/** The description says this too; here for runs without it. */
function checkLengths(parameters: ApiRequest['parameters']): string[] {
  const isNotice = parameters['callback_query_id'] !== undefined;
  return Object.entries(isNotice ? { text: 200 } : TEXT_LIMITS).flatMap(([name, limit]) => {
    const text = parameters[name];
    if (typeof text !== 'string') return [];
    const { length } = visibleText(text, parameters['parse_mode']);
    return length > limit ? [`${name} of ${length} characters, allowed ${limit}`] : [];
  });
}

function checkKeyboard(markup: unknown): string[] {
  const rows = (markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard;
  if (rows === undefined) return [];
  const problems: string[] = [];
  if (rows.flat().length > MOST_BUTTONS) problems.push(`keyboard: over ${MOST_BUTTONS} buttons`);
  for (const row of rows) {
    if (row.length === 0) problems.push('keyboard: an empty row');
    if (row.length > MOST_IN_A_ROW) problems.push(`keyboard: over ${MOST_IN_A_ROW} in a row`);
  }
  for (const button of rows.flat()) problems.push(...checkButton(button));
  return problems;
}

function checkButton(button: Button): string[] {
  const problems: string[] = [];
  if (typeof button['text'] !== 'string' || button['text'].trim() === '') {
    problems.push('button: empty text');
  }
  const kinds = Object.keys(button).filter((name) => name !== 'text' && !STYLE.has(name));
  if (kinds.length !== 1) problems.push(`button: needs one action, has ${kinds.join(', ')}`);
  const data = button['callback_data'];
  if (data !== undefined) {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > 64) problems.push(`button: callback_data of ${bytes} bytes`);
  }
  return problems;
}

const STYLE = new Set(['style', 'icon_custom_emoji_id']);

function checkAlbum({ method, parameters }: ApiRequest): string[] {
  if (method !== 'sendMediaGroup') return [];
  const media = parameters['media'];
  const count = Array.isArray(media) ? media.length : 0;
  const problems = count >= 2 && count <= 10 ? [] : [`album of ${count}, allowed 2 to 10`];
  if (parameters['reply_markup'] !== undefined) problems.push('an album takes no keyboard');
  return problems;
}

function checkCommands(commands: unknown): string[] {
  if (!Array.isArray(commands)) return [];
  const list = commands as readonly Button[];
  const problems = list.length > 100 ? ['over 100 commands'] : [];
  for (const { command, description } of list) {
    if (!/^[a-z0-9_]{1,32}$/.test(String(command))) problems.push(`command ${String(command)}`);
    const length = String(description ?? '').length;
    if (length < 1 || length > 256) problems.push(`description of ${String(command)}: ${length}`);
  }
  return problems;
}

function checkInlineResults(results: unknown): string[] {
  if (!Array.isArray(results)) return [];
  const ids = (results as readonly Button[]).map((result) => String(result['id']));
  const problems = ids.length > 50 ? ['over 50 inline results'] : [];
  if (new Set(ids).size < ids.length) problems.push('two inline results of one id');
  for (const id of ids) {
    const bytes = Buffer.byteLength(id);
    if (bytes < 1 || bytes > 64) problems.push(`inline result id of ${bytes} bytes`);
  }
  return problems;
}

function checkAttachments(request: ApiRequest): string[] {
  const named = [
    ...JSON.stringify(request.parameters['media'] ?? '').matchAll(/attach:\/\/(\w+)/g),
  ];
  return named
    .map((match) => match[1] ?? '')
    .filter((name) => !request.attachments.has(name))
    .map((name) => `attach://${name}: no such part`);
}

async function checkPhoto(photo: unknown): Promise<string[]> {
  if (!(photo instanceof Uint8Array)) return [];
  if (photo.length > PHOTO_BYTES) return ['photo over 10 MB'];
  try {
    const { width, height, format } = await sharp(photo).metadata();
    const isTall = Math.max(width, height) > 20 * Math.min(width, height);
    if (width + height > 10_000 || isTall) return [`photo of ${width}x${height}`];
    return PHOTO_FORMATS.has(format) ? [] : [`photo as ${format}`];
  } catch (error) {
    return [`photo that is no picture: ${String(error)}`];
  }
}
