import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { createReads, loadedResolvers, loadersOf, SDL } from './graph.js';
import { openTables, sayPort } from './tables.js';

/* Apollo Server with DataLoader. */

const reads = createReads(openTables(process.argv[2]));
const server = new ApolloServer({ typeDefs: SDL, resolvers: loadedResolvers(reads), csrfPrevention: false });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({ loaders: loadersOf(DataLoader, reads) }),
});
sayPort(new URL(url).port);
