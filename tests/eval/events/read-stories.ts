import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ArticleSource } from '../../../src/domain/event/article.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import { NO_METADATA } from '../../support/no-metadata.ts';
import type { GoldMention, Sequence } from './sequence.ts';

const ARTICLE = /^## /mu;
const HEADER = /^(?<publisher>.+?) \| (?<publishedOn>\S+) \| (?<title>.+)$/u;
/** `[quits]stepped down`: the event of the clause with the next word. */
const MARK = /\[(?<event>[\w-]+)\](?<word>\w+)/gu;

/** The stories of a folder, a file each: what several outlets tell of the same events. */
export async function readStories(folder: string): Promise<readonly Sequence[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(files.map(async (file) => readStory(file, await readFile(join(folder, file), 'utf8'))));
}

export function readStory(file: string, story: string): Sequence {
  const name = basename(file, '.txt');
  const told = story
    .split(ARTICLE)
    .slice(1)
    .map((article, index) => readArticle(`${String(index + 1).padStart(3, '0')}-${name}`, article));
  return {
    name,
    articles: told.map(({ source }) => source),
    gold: told.flatMap(({ gold }) => gold),
  };
}

function readArticle(file: string, article: string): { source: ArticleSource; gold: GoldMention[] } {
  const [header = '', ...lines] = article.split('\n');
  const { publisher, publishedOn, title } = HEADER.exec(header)?.groups ?? {};
  if (publisher === undefined || publishedOn === undefined || title === undefined)
    throw new Error(`"${header}" is no header of an article`);
  const gold: GoldMention[] = [];
  let removed = 0;
  const text = lines
    .join('\n')
    .trim()
    .replace(MARK, (mark: string, event: string, word: string, at: number) => {
      const start = at - removed;
      removed += mark.length - word.length;
      gold.push({ file, event, words: { start, end: start + word.length }, ...NOT_ANNOTATED });
      return word;
    });
  const metadata = { publisher, title, publishedOn: requireCalendarDate(publishedOn) };
  return { source: { ...NO_METADATA, ...metadata, file, text }, gold };
}

/** Stories are annotated for the joining alone. */
const NOT_ANNOTATED = { time: null, date: null, types: null, actors: null } as const;
