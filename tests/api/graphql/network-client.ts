import { once } from 'node:events';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

export interface NetworkAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Decoded. */
  readonly text: string;
  /** The log lines of the request. */
  readonly lines: readonly Record<string, unknown>[];
}

/** The production app with a few accounts, on a port. */
export interface NetworkClient {
  readonly client: GraphqlClient;
  readonly port: number;
  /** Posts a body of JSON; a text is sent as it is. */
  post(body: unknown, headers?: OutgoingHttpHeaders): Promise<NetworkAnswer>;
}

export async function openNetworkClient(
  parts: Parameters<typeof openGraphql>[0] = {},
): Promise<NetworkClient> {
  let lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  const client = await openGraphql({ log: pino({ level: 'debug' }, { write }), ...parts });
  await saveAccounts(client.store);
  const port = Number(new URL(await client.app.listen({ port: 0, host: '127.0.0.1' })).port);
  const post: NetworkClient['post'] = async (body, headers = {}) => {
    lines = [];
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const usual = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const sent = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/graphql',
      headers: { ...usual, ...headers },
    });
    sent.end(text);
    const [response] = await once(sent, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    // The line of an answer is written when its last bytes have left.
    while (!lines.some(({ msg }) => msg === 'request completed')) await setImmediate();
    return {
      status: response.statusCode,
      headers: response.headers,
      text: decoded(Buffer.concat(chunks), response.headers['content-encoding']),
      lines,
    };
  };
  return { client, port, post };
}

function decoded(body: Buffer, coding: string | undefined): string {
  if (coding === 'br') return brotliDecompressSync(body).toString();
  return (coding === 'gzip' ? gunzipSync(body) : body).toString();
}
