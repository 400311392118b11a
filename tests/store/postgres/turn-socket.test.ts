import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { TurnSocket } from '../../../src/store/postgres/turn-socket.ts';

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

/** As `pg` sends a statement. */
function send(socket: TurnSocket, statement: string): void {
  socket.cork();
  socket.write(statement);
  socket.uncork();
}

test('statements of one turn are sent at its end, in their order', async () => {
  const { server, port } = await listening();
  const socket = new TurnSocket();
  socket.connect(port, '127.0.0.1');
  const [[peer]] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  send(socket, 'one ');
  socket.write('two ');
  send(socket, 'three ');
  expect(socket.bytesWritten - socket.writableLength).toBe(0);
  await setImmediate();
  expect(socket.writableLength).toBe(0);
  send(socket, 'four');
  let text = '';
  peer.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  socket.end();
  await once(peer, 'end');
  expect(text).toBe('one two three four');
});

test('a turn that ends after the connection is gone sends nothing', async () => {
  const { server, port } = await listening();
  const socket = new TurnSocket();
  socket.connect(port, '127.0.0.1');
  await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
  send(socket, 'one');
  socket.destroy();
  await once(socket, 'close');
  expect(socket.writableCorked).toBe(0);
});
