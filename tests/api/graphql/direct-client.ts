import { once } from 'node:events';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { pino } from 'pino';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { saveAccounts } from './stored-accounts.ts';

export interface SocketAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** What the server logged of it. */
  readonly lines: readonly Record<string, unknown>[];
}

/** The production app on a port, asked over sockets: only there does anything come before Fastify. */
export interface DirectClient {
  readonly client: GraphqlClient;
  readonly port: number;
  /** Sent as most clients send it; a text is sent as it is. */
  direct(body: unknown, headers?: OutgoingHttpHeaders): Promise<SocketAnswer>;
  /** Sent so that Fastify answers it: the path has an empty query. */
  general(body: unknown, headers?: OutgoingHttpHeaders): Promise<SocketAnswer>;
}

export async function openDirectClient(parts: Parameters<typeof openGraphql>[0] = {}): Promise<DirectClient> {
  let lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line));
  const client = await openGraphql({ log: pino({ level: 'debug' }, { write }), ...parts });
  await saveAccounts(client.store);
  const port = Number(new URL(await client.app.listen({ port: 0, host: '127.0.0.1' })).port);
  const send =
    (path: string) =>
    async (body: unknown, headers: OutgoingHttpHeaders = {}): Promise<SocketAnswer> => {
      lines = [];
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const usual = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const sent = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: { ...usual, ...headers },
      });
      sent.end(text);
      const [response] = await once(sent, 'response');
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      return {
        status: response.statusCode,
        headers: response.headers,
        body: Buffer.concat(chunks),
        lines,
      };
    };
  return { client, port, direct: send('/graphql'), general: send('/graphql?') };
}
