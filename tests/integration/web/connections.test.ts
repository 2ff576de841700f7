import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitConnections } from '../../../src/bots/web/server/protection/limit-connections.js';

describe('connections that say nothing', () => {
  let server: Server;
  const open = (localAddress: string): Socket => {
    const { port } = server.address() as AddressInfo;
    return connect({ port, host: '127.0.0.1', localAddress });
  };

  beforeAll(async () => {
    server = createServer((_, response) => response.end('here'));
    limitConnections(server, { all: 5, ofNetwork: 3 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  it('of one network leave room for the others', async () => {
    const idle = Array.from({ length: 3 }, () => open('127.0.0.1'));
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    const [more, other] = [open('127.0.0.1'), open('127.0.0.2')];
    other.write('GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
    more.on('error', () => undefined);
    const [[chunk]] = await Promise.all([once(other, 'data'), once(more, 'close')]);
    expect(String(chunk)).toContain('here');
    for (const socket of idle) socket.destroy();
  });
});
