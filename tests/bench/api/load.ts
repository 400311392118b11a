import { Agent, request as send } from 'node:http';
import type { BenchRequest } from './workloads.ts';

/** The measurements of a load on a server. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
}

/** Loads a server for a while over several connections. Each asks again as soon as it has its answer. */
export async function loadServer(
  port: number,
  requests: readonly BenchRequest[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begin = performance.now();
  const end = begin + 1000 * seconds;
  let count = 0;
  const ask = async (first: number): Promise<void> => {
    for (let n = first; performance.now() < end; n += connections) {
      const request = requests[n % requests.length];
      if (request === undefined) throw new Error('a workload without requests');
      await answerTo(agent, port, request);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, n) => ask(n)));
  const load = { requests: count, seconds: (performance.now() - begin) / 1000 };
  agent.destroy();
  return load;
}

/** The whole answer. Throws where its status is neither a success nor 304. */
export function answerTo(
  agent: Agent,
  port: number,
  { path, body, headers }: BenchRequest,
): Promise<{ readonly text: string; readonly etag: string | undefined }> {
  return new Promise((resolve, reject) => {
    const type =
      body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = send(
      {
        agent,
        port,
        host: '127.0.0.1',
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...type, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isFine = response.statusCode === 200 || response.statusCode === 304;
          if (isFine && !text.startsWith('{"errors"')) resolve({ text, etag: response.headers.etag });
          else reject(new Error(`${path} was answered with ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** The answers to some requests, one after the other. */
export async function answersOf(port: number, requests: readonly BenchRequest[]): Promise<readonly string[]> {
  const agent = new Agent({ keepAlive: true });
  try {
    const texts: string[] = [];
    for (const request of requests) texts.push((await answerTo(agent, port, request)).text);
    return texts;
  } finally {
    agent.destroy();
  }
}
