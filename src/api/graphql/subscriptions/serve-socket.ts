import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';

/** In bytes. A client that goes on asking reads no answers any more. */
const MOST_UNREAD = 1_000_000;

/**
 * Hands one client's socket to a server of `graphql-transport-ws`. Ends it after two silent periods, and where the client
 * asks and does not read.
 */
export function serveSocket<Extra extends Record<PropertyKey, unknown>>(
  socket: WebSocket,
  server: Server<Extra>,
  extra: Extra,
  pingMs: number,
): void {
  const closed = server.opened(
    {
      protocol: socket.protocol,
      // Resolves when the message is on its way: the next result waits for it, so that a slow client holds one at most.
      send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
      close: (code = CloseCode.InternalServerError, reason = '') => socket.close(code, reason),
      onMessage: (answer) => {
        socket.on('message', (bytes: Buffer) => {
          isAlive = true;
          if (socket.bufferedAmount > MOST_UNREAD) return socket.terminate();
          return answer(bytes.toString()).catch(() =>
            socket.close(CloseCode.InternalServerError, 'Internal server error'),
          );
        });
      },
    },
    extra,
  );
  let isAlive = true;
  const pings = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, pingMs);
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', (code: number, reason: Buffer) => {
    clearInterval(pings);
    void closed(code, reason.toString());
  });
}
