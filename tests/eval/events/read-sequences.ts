import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleSource } from '../../../src/domain/event/article.ts';
import { readArticles } from '../../../src/ingestion/reading/read-article.ts';
import { locate } from '../../support/locate.ts';
import { seedGold } from './seed-gold.ts';
import type { GoldMention, Sequence } from './sequence.ts';

const MAX_BYTES = 2_000_000;

/** A mention in `gold.json`: some words of its clause, the time expression, and which occurrence of the expression it is. */
interface WrittenMention extends Omit<GoldMention, 'file' | 'time' | 'words' | 'actors'> {
  readonly words: string;
  readonly time: string;
  readonly occurrence?: number;
  readonly actors?: readonly string[];
}

/** The sequences of dispatches under a folder, each with the annotations of its `gold.json`. */
export async function readSequences(folder: string): Promise<readonly Sequence[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readSequence(join(folder, name))));
}

/** The bundled dispatches, with their expected mentions. */
export async function readSeedSequence(folder: string): Promise<Sequence> {
  const articles = await readDispatches(folder);
  return { name: basename(folder), articles, gold: seedGold(new Map(articles.map(textByFile))) };
}

async function readSequence(folder: string): Promise<Sequence> {
  const articles = await readDispatches(folder);
  const texts = new Map(articles.map(textByFile));
  const written: Readonly<Record<string, readonly WrittenMention[]>> = JSON.parse(
    await readFile(join(folder, 'gold.json'), 'utf8'),
  );
  const gold = Object.entries(written).flatMap(([file, mentions]) =>
    mentions.map((mention) => placed(file, texts.get(file) ?? '', mention)),
  );
  return { name: basename(folder), articles, gold };
}

function placed(
  file: string,
  text: string,
  { words, time, occurrence = 1, actors, ...rest }: WrittenMention,
) {
  return {
    ...rest,
    file,
    time: locate(text, { text: time, occurrence }),
    words: locate(text, { text: words, occurrence: 1 }),
    actors: actors ?? null,
  };
}

async function readDispatches(folder: string): Promise<readonly ArticleSource[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const read = await Promise.all(
    files.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  );
  return read.flatMap(({ name, bytes }) =>
    [...readArticles({ name, bytes, sidecar: null }, { maxBytes: MAX_BYTES })].map((outcome) => {
      if (outcome.kind === 'rejected') throw new Error(`${outcome.name}: ${outcome.reason}`);
      return outcome.source;
    }),
  );
}

const textByFile = ({ file, text }: ArticleSource): readonly [string, string] => [file ?? '', text];
