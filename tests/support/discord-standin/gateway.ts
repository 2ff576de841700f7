import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { shardOf } from './snowflake.js';
import type { Json } from './world.js';

const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
const messageContentIntent = 1 << 15;

/** Which intent an event needs, in a guild and in a direct message; absent needs none. */
const intentOf: Readonly<Record<string, readonly [guild: number, direct: number]>> = {
  GUILD_CREATE: [1 << 0, 0],
  MESSAGE_CREATE: [1 << 9, 1 << 12],
  MESSAGE_UPDATE: [1 << 9, 1 << 12],
  MESSAGE_DELETE: [1 << 9, 1 << 12],
  MESSAGE_REACTION_ADD: [1 << 10, 1 << 13],
  MESSAGE_REACTION_REMOVE: [1 << 10, 1 << 13],
  MESSAGE_REACTION_REMOVE_ALL: [1 << 10, 1 << 13],
};

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly sent: { s: number; text: string }[];
  socket: WebSocket | undefined;
  sequence: number;
}

/**
 * An event for the bot, as `DiscordStandin.dispatch` hands it over; without a guild it goes to
 * shard 0.
 */
export interface GatewayEvent {
  readonly name: string;
  readonly data: Json;
  readonly guildId?: string | undefined;
}

interface GatewayParts {
  readonly server: Server;
  readonly token: string;
  /** Events that follow READY in a new session. */
  readonly greet: (shard: readonly [number, number]) => { ready: Json; events: GatewayEvent[] };
  readonly url: () => string;
  readonly report: (problem: string) => void;
  readonly changed: () => void;
}

/** Discord's gateway: identifies, delivers by intents and shard, drops and resumes. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  identified = 0;
  resumed = 0;
  #refusal: number | undefined;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#sockets = new WebSocketServer({ server: parts.server });
    this.#sockets.on('connection', (socket: WebSocket, _request: IncomingMessage) => {
      this.#serve(socket);
    });
  }

  /** The intents that the bot asked for. */
  get intents(): number {
    return [...this.#sessions.values()].at(-1)?.intents ?? 0;
  }

  get connected(): number {
    return [...this.#sessions.values()].filter((session) => session.socket !== undefined).length;
  }

  /**
   * Sends an event to each session whose shard and intents it is for. One that is cut off gets it
   * on resuming.
   */
  dispatch(event: GatewayEvent): void {
    for (const session of this.#sessions.values()) {
      const isForShard = shardOf(event.guildId, session.shard[1]) === session.shard[0];
      if (isForShard && hears(session, event))
        this.#deliver(session, event.name, visible(session, event));
    }
  }

  /** Cuts every connection; with `forget`, sessions cannot be resumed either. */
  drop(options: { forget?: boolean } = {}): void {
    for (const session of this.#sessions.values()) session.socket?.terminate();
    if (options.forget === true) this.#sessions.clear();
  }

  /** Closes every connection with a code of Discord's, such as 4004, and forgets the sessions. */
  close(code: number): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code);
    this.#sessions.clear();
  }

  /** Delivers each session's last event once more, as may happen around a lost connection. */
  deliverLastAgain(): void {
    for (const { sent, socket } of this.#sessions.values()) socket?.send(sent.at(-1)?.text ?? '');
  }

  /** Closes the next connection that identifies with a code of Discord's, such as 4014. */
  closeNext(code: number): void {
    this.#refusal = code;
  }

  /** Asks politely for a reconnect, as before a deployment on Discord's side. */
  askToReconnect(): void {
    for (const session of this.#sessions.values()) {
      session.socket?.send(JSON.stringify({ op: opcode.reconnect, d: null }));
    }
  }

  /** Cuts every connection; resolves when no new one is taken. */
  async stop(): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    await new Promise((resolve) => this.#sockets.close(resolve));
  }

  #serve(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: opcode.hello, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', (raw: Buffer) => {
      const { op, d } = JSON.parse(raw.toString('utf8')) as { op: number; d: Json };
      if (op === opcode.heartbeat) socket.send(JSON.stringify({ op: opcode.heartbeatAck }));
      else if (op === opcode.identify) this.#identify(socket, d);
      else if (op === opcode.resume) this.#resume(socket, d);
    });
    socket.on('close', () => {
      for (const session of this.#sessions.values()) {
        if (session.socket === socket) session.socket = undefined;
      }
      this.#parts.changed();
    });
  }

  #identify(socket: WebSocket, d: Json): void {
    const intents = Number(d['intents']);
    if (this.#refusal !== undefined) {
      socket.close(this.#refusal);
      this.#refusal = undefined;
      return;
    }
    if (d['token'] !== this.#parts.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    if ((intents & privilegedIntents) !== 0) {
      this.#parts.report('a privileged intent was asked for');
      socket.close(4014, 'Disallowed intent(s).');
      return;
    }
    const shard = (d['shard'] as [number, number] | undefined) ?? [0, 1];
    const id = `session-${this.#sessions.size}-${this.identified}`;
    const session: Session = { id, intents, shard, sent: [], socket, sequence: 0 };
    this.#sessions.set(id, session);
    this.identified += 1;
    const { ready, events } = this.#parts.greet(shard);
    this.#deliver(session, 'READY', {
      ...ready,
      session_id: id,
      resume_gateway_url: this.#parts.url(),
      shard: [...shard],
    });
    for (const event of events) this.#deliver(session, event.name, event.data);
    this.#parts.changed();
  }

  #resume(socket: WebSocket, d: Json): void {
    const session = this.#sessions.get(String(d['session_id']));
    if (session === undefined) {
      socket.send(JSON.stringify({ op: opcode.invalidSession, d: false }));
      return;
    }
    session.socket = socket;
    for (const { s, text } of session.sent) if (s > Number(d['seq'])) socket.send(text);
    this.#deliver(session, 'RESUMED', {});
    this.resumed += 1;
    this.#parts.changed();
  }

  #deliver(session: Session, name: string, data: Json): void {
    session.sequence += 1;
    const text = JSON.stringify({ op: opcode.dispatch, t: name, s: session.sequence, d: data });
    session.sent.push({ s: session.sequence, text });
    session.socket?.send(text);
  }
}

function hears(session: Session, event: GatewayEvent): boolean {
  const needed = intentOf[event.name]?.[event.guildId === undefined ? 1 : 0] ?? 0;
  return needed === 0 || (session.intents & needed) !== 0;
}

/** Without the privileged intent, what others wrote in a guild arrives blank unless it mentions the bot. */
function visible(session: Session, event: GatewayEvent): Json {
  const { data, guildId } = event;
  const isMessage = event.name === 'MESSAGE_CREATE' || event.name === 'MESSAGE_UPDATE';
  const mayRead = (session.intents & messageContentIntent) !== 0 || data['is_for_bot'] === true;
  const { is_for_bot: _private, ...rest } = data;
  if (!isMessage || guildId === undefined || mayRead) return rest;
  return { ...rest, content: '', embeds: [], attachments: [], components: [] };
}
