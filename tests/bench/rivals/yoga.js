import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { createReads, loadedResolvers, loadersOf, SDL } from './graph.js';
import { openTables, sayPort } from './tables.js';

/* graphql-yoga with DataLoader. */

const reads = createReads(openTables(process.argv[2]));
const yoga = createYoga({
  schema: createSchema({ typeDefs: SDL, resolvers: loadedResolvers(reads) }),
  context: () => ({ loaders: loadersOf(DataLoader, reads) }),
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => sayPort(server.address().port));
