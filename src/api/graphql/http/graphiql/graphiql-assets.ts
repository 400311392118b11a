import { GRAPHIQL_START } from './graphiql-page.ts';

interface Asset {
  readonly type: string;
  readonly body: string;
}

/** GraphiQL's files by name. They are nine megabytes of text in one module, which is loaded when the page is first opened. */
export async function loadGraphiqlAssets(): Promise<ReadonlyMap<string, Asset>> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  return new Map([
    ['graphiql.js', script(bundle.js)],
    ['graphiql.css', { type: 'text/css; charset=utf-8', body: bundle.css }],
    ['start.js', script(GRAPHIQL_START)],
    ['editorWorkerService.worker.js', script(bundle.editorWorkerService)],
    ['json.worker.js', script(bundle.jsonWorker)],
    ['graphql.worker.js', script(bundle.graphqlWorker)],
  ]);
}

const script = (body: string): Asset => ({ type: 'text/javascript; charset=utf-8', body });
