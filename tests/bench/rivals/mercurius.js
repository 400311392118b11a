import fastify from 'fastify';
import mercurius from 'mercurius';
import { createReads, rootResolvers, SDL } from './graph.js';
import { openTables, sayPort } from './tables.js';

/* mercurius with its loaders and JIT. */

const reads = createReads(openTables(process.argv[2]));
const app = fastify();
app.register(mercurius, {
  schema: SDL,
  jit: 1,
  resolvers: {
    Query: rootResolvers(reads),
    Event: { date: (event) => event },
    Mention: { quote: ({ quote }) => ({ exact: quote }) },
  },
  loaders: {
    Event: {
      actors: async (queries) => reads.actorsOf(queries.map(({ obj }) => obj.event_key)),
      mentions: async (queries) => reads.mentionsOf(queries.map(({ obj }) => obj.event_key)),
    },
    Mention: { article: async (queries) => reads.articlesOf(queries.map(({ obj }) => obj.article_key)) },
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
sayPort(app.server.address().port);
