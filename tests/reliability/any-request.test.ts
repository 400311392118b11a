import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LightMyRequestResponse } from 'fastify';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyEvents } from '../api/any-events.ts';
import { type GraphqlClient, openGraphql } from '../api/graphql/graphql-client.ts';
import { saveChange } from '../api/rest/stored-events.ts';
import { seededRandom } from '../bench/random.ts';
import { usualOrLong } from '../support/usual-or-long.ts';
import { anyRequest } from './any-request.ts';
import { eventOfManyAccounts } from './event-of-many-accounts.ts';

const schema = buildSchema(await readFile('schema/timeline.graphql', 'utf8'));

let client: GraphqlClient;

beforeAll(async () => {
  client = await openGraphql();
  await saveChange(client.store, { events: [...anyEvents(30), eventOfManyAccounts('many', 300)] });
});

afterAll(() => client.close());

const REQUESTS = usualOrLong(300, 20_000);
/** 200,000 requests in the long run: each seed takes minutes there. */
const SEEDS = Array.from({ length: usualOrLong(1, 10) }, (_, n) => 20_211_221 + n);
const TIME_LIMIT_MS = usualOrLong(180_000, 1_800_000);

/** Words of the program's inside, which no answer may hold. */
const INSIDE = /\bat [\w.<>]+ \(|node_modules|SQLITE_|\bSELECT [a-z]\.|\/src\/|RangeError|TypeError/;

const isServersFault = ({ statusCode, headers }: LightMyRequestResponse): boolean =>
  statusCode >= 500 && !(statusCode === 503 && headers['retry-after'] !== undefined);

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const heapMb = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
};

test.each(SEEDS)(
  `${REQUESTS} requests generated from seed %i make no fault, show nothing of the inside, and leave no memory behind`,
  { timeout: TIME_LIMIT_MS },
  async (seed) => {
    const random = seededRandom(seed);
    let middle = 0;
    for (let n = 0; n < REQUESTS; n += 1) {
      const request = anyRequest(schema, random);
      const response = await client.app.inject(request);
      const { body } = response;
      if (isServersFault(response) || /"code":"INTERNAL"/.test(body) || INSIDE.test(body))
        expect.fail(
          `request ${n}: ${response.statusCode} ${body.slice(0, 500)}\n${JSON.stringify(request).slice(0, 2000)}`,
        );
      if (n === REQUESTS >> 1) middle = heapMb();
    }
    // Parsed documents and compiled operations are kept up to a number: 11 MB for the second half of 300 requests.
    expect(heapMb() - middle).toBeLessThan(33);
  },
);
