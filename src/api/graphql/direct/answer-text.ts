import { TextParts } from '../execution/compiled/text-parts.ts';
import type { KnownOperations } from '../execution/known-operations.ts';
import { readGraphqlBody } from '../http/graphql-request.ts';

/** Names that Fastify's reader of JSON refuses, and escapes by which they could be written. */
const SUSPICIOUS = /__proto__|constructor|\\u00/;

/** The answer to a body of JSON whose operation is known; undefined where anything is wrong with it, or is another's to answer. */
export async function answerText(
  { compiled, persisted }: KnownOperations,
  body: Buffer,
): Promise<TextParts | undefined> {
  try {
    const json = body.toString();
    if (SUSPICIOUS.test(json)) return undefined;
    const sent = readGraphqlBody(JSON.parse(json));
    const answer = await compiled.answer(persisted.complete(sent));
    if (!(answer instanceof TextParts)) return undefined;
    persisted.keep(sent);
    return answer;
  } catch {
    // Whoever gets it next meets the same, and says so.
    return undefined;
  }
}
