import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../free-port.js';
import { needs } from '../needs.js';
import { findPostgres } from './find-postgres.js';

const run = promisify(execFile);

/** A PostgreSQL server of a test's own, on loopback, in a folder that goes away with it. */
export interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  /** Ends the server at once; its data stays. */
  stop(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** Makes and starts a server. `folder`, when given, is where its data goes (a file system of its own). */
export async function startPostgres(folder?: string): Promise<PostgresServer> {
  const bin = findPostgres();
  if (!bin) throw new Error(`${needs.postgres.lack}. ${needs.postgres.remedy}.`);
  const data = folder ?? mkdtempSync(join(tmpdir(), 'mugen-postgres-'));
  const asOwner = ownerOf(data);
  // With checksums, so that a damaged page cannot be read without a word.
  const options = ['-A', 'trust', '-U', 'mugen', '-N', '-k', '--wal-segsize=1'];
  await asOwner(join(bin, 'initdb'), ['-D', join(data, 'db'), ...options]);
  const server = new LoopbackPostgres({ bin, data, port: await freePort(), asOwner });
  await server.start();
  return server;
}

type Runner = (command: string, args: readonly string[]) => Promise<unknown>;

interface ServerParts {
  readonly bin: string;
  readonly data: string;
  readonly port: number;
  readonly asOwner: Runner;
}

/** PostgreSQL refuses to run as root, so root runs it as the user that its package made. */
function ownerOf(folder: string): Runner {
  if (process.getuid?.() !== 0) return (command, args) => run(command, [...args]);
  chmodSync(folder, 0o777);
  return (command, args) => run('runuser', ['-u', 'postgres', '--', command, ...args]);
}

class LoopbackPostgres implements PostgresServer {
  readonly #parts: ServerParts;
  #process: ChildProcess | undefined;
  #databases = 0;

  constructor(parts: ServerParts) {
    this.#parts = parts;
  }

  async createDatabase(): Promise<string> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    const { bin, port } = this.#parts;
    const where = ['-h', '127.0.0.1', '-p', String(port), '-U', 'mugen'];
    await run(join(bin, 'createdb'), [...where, name]);
    return `postgresql://mugen@127.0.0.1:${port}/${name}`;
  }

  async start(): Promise<void> {
    const { bin, data, port } = this.#parts;
    const settings = ['-D', join(data, 'db'), '-p', String(port), '-h', '127.0.0.1', '-k', ''];
    const isRoot = process.getuid?.() === 0;
    const server = join(bin, 'postgres');
    const asPostgres = ['-u', 'postgres', '--', server, ...settings];
    this.#process = isRoot
      ? spawn('runuser', asPostgres, { stdio: 'ignore' })
      : spawn(server, settings, { stdio: 'ignore' });
    for (let attempt = 0; attempt < 1200; attempt += 1) {
      const isReady = await run(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)])
        .then(() => true)
        .catch(() => false);
      if (isReady) return;
      await sleep(50);
    }
    throw new Error('PostgreSQL did not start within a minute');
  }

  async stop(): Promise<void> {
    const { bin, data, asOwner } = this.#parts;
    if (this.#process?.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    await asOwner(join(bin, 'pg_ctl'), ['-D', join(data, 'db'), '-m', 'immediate', 'stop']);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#parts.data, { recursive: true, force: true });
  }
}
