import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Digits alone: `Number` would also take `0x50`, `1e3` and an empty text. */
export const wholeNumber = z
  .string()
  .regex(/^-?\d{1,15}$/, 'a whole number')
  .transform(Number)
  .pipe(z.int());

/** Counted from 1. */
export const count = wholeNumber.pipe(z.number().min(1));

/** A port to listen on; 0 takes a free one. */
export const port = wholeNumber.pipe(z.number().min(0).max(65_535));

/** As long as anybody keeps a bot running. */
export const days = count.pipe(z.number().max(36_500));

/** An id as Discord gives them. */
export const snowflake = z.string().regex(/^\d{17,20}$/, 'an id of 17 to 20 digits');

/** An HTTP API, over TLS or not: it may stand on the same machine. */
export const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'an address that starts with https:// or http://',
});

/** Requests from outside. */
export const httpsUrl = z.url({
  protocol: /^https$/,
  error: 'an address that starts with https://',
});

/** The queue on which pulls wait for other machines. */
export const queueUrl = z.url({
  protocol: /^(rediss?|postgres(ql)?)$/,
  error: 'a redis://, rediss:// or postgresql:// address',
});

/** An interface to listen on. */
export const host = z
  .string()
  .refine((value) => isIP(value) > 0 || isHostName(value), 'an IP address or the name of a host');

/** Names of hosts, with commas between them. */
export const hostNames = z
  .string()
  .transform((value) => value.split(',').map((name) => name.trim().toLowerCase()))
  .refine((names) => names.every(isHostName), 'names of hosts, with commas between them');

/** Accounts that run the installation, with commas between them. */
export const owners = z
  .string()
  .transform((value) => value.split(',').map((owner) => owner.trim()))
  .refine(
    (all) => all.every((owner) => /^(discord|telegram):\d{1,20}$/.test(owner)),
    'discord:ID or telegram:ID, with commas between them',
  );

/** As Discord gives them to bots. */
export const discordToken = z
  .string()
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'a bot token, of three parts with dots between them');

/** As BotFather gives them. */
export const telegramToken = z
  .string()
  .regex(/^\d+:[\w-]+$/, 'a bot token: digits, a colon, letters and digits');

/** A secret that goes into a header or a form. */
export const secretWord = z.string().regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ and -');

/** SQLite's file, or a PostgreSQL server. */
export const databaseUrl = z.string().superRefine((value, context) => {
  const problem = problemOfDatabase(value);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

function problemOfDatabase(value: string): string | undefined {
  if (/^postgres(ql)?:\/\//.test(value)) {
    return URL.canParse(value) ? undefined : 'postgresql://user:password@host:port/database';
  }
  // A drive letter is one letter long.
  const scheme = /^([a-z][a-z0-9+]+):/i.exec(value)?.[1];
  if (scheme !== undefined && scheme !== 'file') return 'file:… or postgresql://…';
  const path = value.startsWith('file://') ? pathOf(value) : value.replace(/^file:/, '');
  if (path === undefined || path === '') return 'the path of a file';
  return isFolder(path) ? 'the path of a file; there is a folder of this name' : undefined;
}

function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

/** True if a folder stands there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isHostName(value: string): boolean {
  const label = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;
  // Digits and dots that are no address: `127.0.0.256`.
  return !/^[\d.]+$/.test(value) && value.split('.').every((part) => label.test(part));
}
