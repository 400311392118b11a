import { Agent } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { answerTo } from './load.ts';
import type { ServerProcess } from './server-process.ts';
import type { Contender, Workload } from './workloads.ts';

/** How many questions of a workload are compared. Later questions are made in the same way. */
const COMPARED = 40;

/** Throws where a server and the yardstick answer a question differently: their speeds could not be compared. */
export async function requireSameAnswers(
  servers: ReadonlyMap<Contender, ServerProcess>,
  { name, requests, common }: Workload,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const answerOf = async (contender: Contender, index: number): Promise<unknown> => {
    const [server, request] = [servers.get(contender), requests[contender]?.[index]];
    if (server === undefined || request === undefined) return undefined;
    const { text } = await answerTo(agent, server.port, request);
    return common(JSON.parse(text));
  };
  for (let index = 0; index < COMPARED; index += 1) {
    const expected = await answerOf('yardstick', index);
    for (const contender of servers.keys()) {
      const answer = await answerOf(contender, index);
      if (answer !== undefined && !isDeepStrictEqual(answer, expected))
        throw new Error(
          `${name}: ${contender} says ${excerpt(answer, expected)}, the yardstick ${excerpt(expected, answer)}`,
        );
    }
  }
  agent.destroy();
}

/** A text from a little before the first difference. */
function excerpt(value: unknown, other: unknown): string {
  const [text, otherText] = [JSON.stringify(value), JSON.stringify(other)];
  const at = [...text].findIndex((char, index) => char !== otherText[index]);
  return text.slice(Math.max(0, at - 80), at + 80);
}
