import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { needs, type Need } from '../needs.js';
import { ROOT } from './built-program.js';

/** A reverse proxy before a page, as the examples in `deploy/` set it up for https://play.example. */
export interface Proxy {
  /** Sends a request for https://play.example. */
  ask(path: string, options?: AskOptions): Promise<IncomingMessage>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** A request's method, headers and body. */
export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted, when there is one. */
  readonly body?: string;
}

/** A proxy that tests may start, and what it needs. */
export interface ProxyKind {
  readonly name: string;
  readonly need: Need;
  /** In front of a page that listens at `page`. */
  start(page: URL): Promise<Proxy>;
}

const read = (name: string): string => readFileSync(join(ROOT, 'deploy', name), 'utf8');

async function startNginx(page: URL): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-nginx-'));
  const port = await freePort();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const self = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const as = ['-nodes', '-subj', '/CN=play.example', '-keyout', key, '-out', certificate];
  execFileSync('openssl', [...self, ...as], { stdio: 'ignore' });
  const site = read('nginx.conf')
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace(/\/etc\/\S+fullchain.pem/, certificate)
    .replace(/\/etc\/\S+privkey.pem/, key)
    .replace('127.0.0.1:8080', page.host);
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const http = `http { access_log off; ${paths} ${site} }`;
  const all = `${user} pid ${folder}/pid; daemon off; error_log stderr; events {} ${http}`;
  writeFileSync(join(folder, 'nginx.conf'), all);
  return run({ folder, port, command: ['nginx', '-p', folder, '-c', join(folder, 'nginx.conf')] });
}

async function startCaddy(page: URL): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-caddy-'));
  const port = await freePort();
  const site = read('Caddyfile')
    // As it would have a certificate of its own.
    .replace('play.example {', `play.example:${port} {\n\ttls internal`)
    .replace('127.0.0.1:8080', page.host);
  const own = 'admin off\n\tskip_install_trust\n\tauto_https disable_redirects';
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\t${own}\n\tstorage file_system ${folder}/storage\n}\n${site}`);
  const command = ['caddy', 'run', '--adapter', 'caddyfile', '--config', file];
  return run({ folder, port, command });
}

async function run(parts: {
  readonly folder: string;
  readonly port: number;
  readonly command: readonly string[];
}): Promise<Proxy> {
  const { folder, port, command } = parts;
  const [program = '', ...args] = command;
  const { PATH } = process.env;
  const env = { PATH: `${PATH}:/usr/sbin`, HOME: folder };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'close');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ask: Proxy['ask'] = async (path, { headers = {}, body } = {}) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      servername: 'play.example',
      rejectUnauthorized: false,
      method: body === undefined ? 'GET' : 'POST',
      headers: { host: 'play.example', ...headers },
      agent: false,
    });
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return response;
  };
  for (;;) {
    const response = await ask('/favicon.svg').catch(() => undefined);
    response?.resume();
    if (response?.statusCode === 200) break;
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    await sleep(50);
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { ask, stop };
}

/** The proxies that there are examples for. */
export const PROXIES: readonly ProxyKind[] = [
  { name: 'nginx', need: needs.nginx, start: startNginx },
  { name: 'Caddy', need: needs.caddy, start: startCaddy },
];
