import { z } from 'zod';
import { UserInputError } from '../../../errors/app-error.js';
import type { Person } from '../../../game/people/person.js';
import { referenceInput, promptInput } from '../actions/inputs.js';
import { HttpProblem } from './http/http-problem.js';
import { packExport } from '../actions/pack-export.js';
import { readJson } from './http/request-body.js';
import type { Exchange } from './http/exchange.js';
import { knownVisitor, meetVisitor } from './protection/visitor.js';

const MOST_JSON_BYTES = 32 * 1024;

/** One portrait: `?size=thumbnail` or `?size=large`, `?format=png`, `?download` to save it. */
export async function sendPicture(exchange: Exchange): Promise<void> {
  const { context, response, url, signal } = exchange;
  const id = url.pathname.split('/').at(-2) ?? '';
  const game = await context.game;
  const person = await visitorOf(exchange);
  const picture = await game.portraits.picture(person, id, {
    signal,
    size: pictureSize.catch('portrait').parse(url.searchParams.get('size')),
    format: url.searchParams.get('format') === 'png' ? 'png' : 'webp',
  });
  // A portrait never changes, but it is its owner's alone.
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  if (url.searchParams.has('download')) response.setHeader(...attachment(picture.fileName));
  send(response, picture);
}

const pictureSize = z.enum(['thumbnail', 'portrait', 'large']);

const morphPreview = z.strictObject({
  reference: referenceInput,
  prompt: promptInput,
  strength: z.number().exactOptional(),
  size: pictureSize.exactOptional(),
});

const blendPreview = z.strictObject({
  first: referenceInput,
  second: referenceInput,
  ratio: z.number(),
  size: pictureSize.exactOptional(),
});

/** One frame of an editor, as bytes; nothing is stored. */
export async function sendPreview(exchange: Exchange): Promise<void> {
  const { context, request, response, url, signal } = exchange;
  const raw = await readJson(request, MOST_JSON_BYTES);
  const game = await context.game;
  const person = await personOf(exchange);
  const picture = url.pathname.endsWith('/blend')
    ? await game.blends.preview({ ...checked(blendPreview, raw), person, signal })
    : await game.morphs.preview({ ...checked(morphPreview, raw), person, signal });
  response.setHeader('cache-control', 'no-store');
  send(response, picture);
}

/**
 * One zip of those that hold everything the visitor owns: `?part=2` is the second.
 * @throws HttpProblem 404 when there are fewer
 */
export async function sendExport(exchange: Exchange): Promise<void> {
  const { context, response, url } = exchange;
  const game = await context.game;
  const person = await visitorOf(exchange);
  const { files } = await packExport(game, person);
  const file = files[Number(url.searchParams.get('part') ?? 1) - 1];
  if (file === undefined) throw new HttpProblem(404, 'page-not-found');
  response.setHeader(...attachment(file.fileName));
  response.setHeader('cache-control', 'no-store');
  send(response, { bytes: file.bytes, mediaType: 'application/zip' });
}

async function personOf({ context, request, response, network }: Exchange): Promise<Person> {
  const game = await context.game;
  const visitor = meetVisitor(request, response, context.settings.publicUrl);
  context.gate.expectVisitor(network, visitor.platformId);
  return game.people.meet(visitor);
}

/**
 * For what only somebody who was here before can have: nobody is registered for looking.
 * @throws HttpProblem 404 for everybody else
 */
async function visitorOf({ context, request }: Exchange): Promise<Person> {
  const visitor = knownVisitor(request);
  const game = await context.game;
  const person = visitor && (await game.people.find(visitor));
  if (person === undefined) throw new HttpProblem(404, 'portrait-not-found');
  return person;
}

function checked<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new UserInputError('option-not-allowed', z.prettifyError(result.error));
}

function attachment(fileName: string): [string, string] {
  return ['content-disposition', `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`];
}

interface Download {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

function send(response: Exchange['response'], { bytes, mediaType }: Download): void {
  response.writeHead(200, { 'content-type': mediaType, 'content-length': bytes.byteLength });
  response.end(bytes);
}
