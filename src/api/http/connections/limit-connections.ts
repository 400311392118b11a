import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { openPlaces } from '../places.ts';
import type { PeerKeyOf } from '../rate-limit/client-key.ts';

interface ConnectionLimits {
  readonly maxConnections: number;
  /** Of all answers that are made and not read yet. */
  readonly maxUnreadBytes: number;
  /** How long open requests may go on once the server stops. */
  readonly shutdownTimeoutMs: number;
  readonly peerKeyOf: PeerKeyOf;
}

/** How often the unread answers are added up. */
const CHECK_MS = 250;

/** Bounds the connections of one peer, the memory of unread answers, and the time that a stop takes, sockets included. */
export function limitConnections(app: FastifyInstance, limits: ConnectionLimits): void {
  const { maxConnections, maxUnreadBytes, shutdownTimeoutMs, peerKeyOf } = limits;
  const places = openPlaces(maxConnections);
  const sockets = new Set<Socket>();
  app.server.maxConnections = maxConnections;
  app.server.on('connection', (socket: Socket) => {
    const release = places.take(peerKeyOf(socket.remoteAddress ?? ''));
    if (release === undefined) return socket.destroy();
    sockets.add(socket);
    return socket.once('close', () => {
      release();
      sockets.delete(socket);
    });
  });
  const unread = new Set<Socket>();
  const check = setInterval(() => endSlowest(sockets, unread, maxUnreadBytes), CHECK_MS).unref();
  let cutOff: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    cutOff = setTimeout(() => {
      app.log.warn({ shutdownTimeoutMs }, 'cutting off requests that are still open');
      for (const socket of sockets) socket.destroy();
    }, shutdownTimeoutMs);
  });
  app.addHook('onClose', async () => {
    clearInterval(check);
    clearTimeout(cutOff);
  });
}

/** Closes the connections that have been unread for longest, until the unread answers of all others fit. */
function endSlowest(sockets: ReadonlySet<Socket>, unread: Set<Socket>, maxBytes: number): void {
  for (const socket of unread) if (socket.destroyed || socket.writableLength === 0) unread.delete(socket);
  let bytes = 0;
  // A connection that was unread at the last check keeps its place in the set, before those that are new.
  for (const socket of sockets) {
    bytes += socket.writableLength;
    if (socket.writableLength > 0) unread.add(socket);
  }
  for (const socket of unread) {
    if (bytes <= maxBytes) return;
    bytes -= socket.writableLength;
    socket.destroy();
  }
}
