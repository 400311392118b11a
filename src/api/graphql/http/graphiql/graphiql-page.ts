import { DEFAULT_QUERY } from './default-query.ts';

/** Addresses are relative, so that the page also works behind a proxy that adds a prefix. */
export const GRAPHIQL_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Dateline: GraphiQL</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="graphiql/graphiql.css">
    <style>html, body, #root { height: 100%; margin: 0 }</style>
  </head>
  <body>
    <noscript>This page needs JavaScript; the API itself is at /graphql.</noscript>
    <div id="root"></div>
    <script src="graphiql/graphiql.js"></script>
    <script src="graphiql/start.js"></script>
  </body>
</html>
`;

/** Tells the editor where its workers are, then draws it. */
export const GRAPHIQL_START = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => 'graphiql/' + label + '.worker.js',
};
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
  title: 'Dateline',
  logo: ' ',
  endpoint: 'graphql',
  subscriptionsProtocol: 'WS',
  defaultQuery: ${JSON.stringify(DEFAULT_QUERY)},
});
`;
