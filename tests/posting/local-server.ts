import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface LocalRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The fate of an answer: sent, lost with its connection, or never given. The request has been carried out in each case. */
export type Loss = 'NONE' | 'DROPPED' | 'SILENT';

export interface LocalAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly loss?: Loss;
}

export interface LocalServer {
  readonly origin: string;
  /** Stops listening. */
  stop(): Promise<void>;
}

/** A server on a free port of this machine, stopped after the test. */
export async function startLocalServer(
  answer: (request: LocalRequest, origin: string) => LocalAnswer | Promise<LocalAnswer>,
): Promise<LocalServer> {
  let origin = '';
  const server = createServer(async (incoming, response) => {
    const { method = 'GET', headers } = incoming;
    const url = new URL(incoming.url ?? '/', origin);
    const body = method === 'POST' ? ((await json(incoming)) as LocalRequest['body']) : {};
    give(response, await answer({ method, url, headers, body }, origin));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((stopped) => server.close(stopped));
  };
  onTestFinished(stop);
  return { origin, stop };
}

function give(response: ServerResponse, { status, body, headers = {}, loss = 'NONE' }: LocalAnswer): void {
  if (loss === 'DROPPED') response.destroy();
  if (loss !== 'NONE') return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
