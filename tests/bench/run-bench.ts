import { parseArgs } from 'node:util';
import { resolveUserPath } from '../../src/config.ts';
import { isCorrections } from '../eval/corrections.ts';
import { InputProblem } from '../eval/input-problem.ts';
import { readJsonlFolder } from '../eval/jsonl-folder.ts';
import { type DatedText, readDatedTexts } from '../eval/read-gold.ts';
import { benchAgainst } from './api/bench-against.ts';
import { benchApi } from './api/bench-api.ts';
import { benchGrowth } from './api/bench-growth.ts';
import { benchBulk } from './ingestion/bench-bulk.ts';
import { benchIngestion } from './ingestion/bench-ingestion.ts';
import { ingestAgainst } from './ingestion/ingest-against.ts';
import { newsDocuments } from './news-documents.ts';
import { benchPostgres } from './postgres/bench-postgres.ts';
import { benchPostgresGrowth } from './postgres/bench-postgres-growth.ts';
import { benchWorkers } from './postgres/bench-workers.ts';
import { benchResolver } from './resolver.ts';

const USAGE = `usage: npm run bench -- [BENCHMARK …] [OPTION …]

  api            requests to the server: speed against a yardstick and other GraphQL servers, memory
  bulk           dateline ingest of one file on one core and on all: speed, the saving thread's share, memory
  growth         what requests cost in stores of 10,000, 100,000 and 1,000,000 events; takes half an hour and 11 GB
  ingestion      reading, joining and saving articles: speed, growth with the store, memory; takes minutes
  postgres       requests to the server over PostgreSQL: against one statement of pg, PostGraphile and SQLite
  postgres-growth  what requests cost in PostgreSQL databases of 10,000, 100,000 and 1,000,000 events
  resolver       time expressions of news documents: speed against chrono-node alone, and growth with length
  workers        articles of the queue read by two workers on PostgreSQL: against bulk ingest on SQLite

  --docs FOLDER  the documents {id, dct, text} of the *.jsonl files of FOLDER, instead of ones made up for this
  --against DIR  api and ingestion compare this checkout with the one in DIR alone, 15 rounds in turn
  --articles N   how many made-up articles bulk and workers read: 3000
  --events N     how many made-up events the servers of api and postgres have: 100000
  --largest N    the last store of growth and postgres-growth: 1000000
  --help         show this help`;

interface Options {
  readonly against?: string | undefined;
  readonly articles: string;
  readonly events: string;
  readonly largest: string;
}

const BENCHMARKS: Readonly<
  Record<string, (documents: readonly DatedText[], options: Options) => void | Promise<void>>
> = {
  api: (_, { against, events }) =>
    against === undefined ? benchApi(Number(events)) : benchAgainst(resolveUserPath(against), Number(events)),
  bulk: (_, { articles }) => benchBulk(Number(articles)),
  growth: (_, { largest }) => benchGrowth(Number(largest)),
  ingestion: (_, { against }) =>
    against === undefined ? benchIngestion() : ingestAgainst(resolveUserPath(against)),
  postgres: (_, { events }) => benchPostgres(Number(events)),
  'postgres-growth': (_, { largest }) => benchPostgresGrowth(Number(largest)),
  resolver: benchResolver,
  workers: (_, { articles }) => benchWorkers(Number(articles)),
};

const DOCUMENTS = 500;

/** `npm run bench`: measures the program's speed. Without a name, all benchmarks run. */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args);
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
  const unknown = names.find((name) => !Object.hasOwn(BENCHMARKS, name));
  if (unknown !== undefined) throw new InputProblem(`there is no benchmark "${unknown}" (see --help)`);
  const documents = values.docs === undefined ? newsDocuments(DOCUMENTS) : readDocuments(values.docs);
  for (const name of names) await BENCHMARKS[name]?.(documents, values);
}

function readOptions(args: readonly string[]) {
  const options = {
    docs: { type: 'string' },
    against: { type: 'string' },
    articles: { type: 'string', default: '3000' },
    events: { type: 'string', default: '100000' },
    largest: { type: 'string', default: '1000000' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new InputProblem(error instanceof Error ? error.message : String(error));
  }
}

function readDocuments(folder: string): readonly DatedText[] {
  const files = readJsonlFolder(resolveUserPath(folder)).filter((file) => !isCorrections(file));
  const documents = files.flatMap(readDatedTexts).filter(({ text }) => text !== '');
  if (documents.length === 0) throw new InputProblem(`no document in ${folder}`);
  return documents;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputProblem)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}
