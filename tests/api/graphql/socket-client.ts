/** A WebSocket with the answers it got, in their order, and the code with which it was closed at last. */
export interface SocketClient {
  send(message: object | string): void;
  /** The next message; `{ closed: code }` once the socket is closed. */
  next(): Promise<unknown>;
  close(): void;
}

/** Opens `graphql-transport-ws` as a browser does; rejects where the server does not upgrade. */
export async function openSocket(
  origin: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<SocketClient> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/graphql`, {
    protocols: 'graphql-transport-ws',
    headers,
  });
  const came: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  const take = (message: unknown): void => {
    const next = waiting.shift();
    if (next === undefined) came.push(message);
    else next(message);
  };
  socket.addEventListener('message', ({ data }) => take(JSON.parse(String(data))));
  socket.addEventListener('close', ({ code }) => take({ closed: code }));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the socket was not opened')));
  });
  return {
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () =>
      came.length > 0 ? Promise.resolve(came.shift()) : new Promise((resolve) => waiting.push(resolve)),
    close: () => socket.close(),
  };
}
