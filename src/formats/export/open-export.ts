import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import { publishedDays } from '../event/published-days.ts';
import type { EventFormat, ExportSetting, Survey, TextOf, TextWriter } from './event-format.ts';

/** The events of an export. Each call walks the selection anew. */
export interface ExportSource {
  events(): AsyncIterable<TimelineEvent>;
  /** The same events as their served JSON, in pages; left out where only a part of the selection is exported. */
  texts?(): AsyncIterable<readonly string[]>;
  articleText(id: ArticleId): Promise<string | undefined>;
}

export interface Export {
  /** How many events are left out, for a header; null for a format that keeps every event. */
  readonly omitted: number | null;
  readonly pieces: AsyncGenerator<string>;
}

/** The size to which pieces are gathered, in UTF-16 code units. */
const PIECE_SIZE = 16_384;
/** How many articles' texts are kept in memory. */
const TEXTS_AT_HAND = 20;

/** An export, ready to be written. A format with facts of all events in its head walks the selection twice. */
export async function openExport(
  format: EventFormat,
  source: ExportSource,
  setting: ExportSetting,
): Promise<Export> {
  if (format.openTexts !== undefined && source.texts !== undefined)
    return { omitted: null, pieces: writeTexts(format.openTexts(setting), source.texts()) };
  const survey = await surveyOf(format, source, setting);
  return {
    omitted: format.omission === null ? null : survey.omitted,
    pieces: gather(writeExport(format, source, setting, survey)),
  };
}

async function surveyOf(format: EventFormat, source: ExportSource, setting: ExportSetting): Promise<Survey> {
  let omitted = 0;
  let updatedOn: Survey['updatedOn'] = null;
  if (!format.needsSurvey) return { omitted, updatedOn };
  for await (const event of source.events()) {
    const { last } = publishedDays(event);
    if (updatedOn === null || last > updatedOn) updatedOn = last;
    if (format.omits(event, setting)) omitted += 1;
  }
  return { omitted, updatedOn };
}

async function* writeExport(
  format: EventFormat,
  source: ExportSource,
  setting: ExportSetting,
  survey: Survey,
): AsyncGenerator<string> {
  const writer = format.open(setting, survey);
  const texts = new Map<ArticleId, string | undefined>();
  const textOf: TextOf = (id) => texts.get(id);
  let index = 0;
  yield writer.head();
  for await (const event of source.events()) {
    if (format.omits(event, setting)) continue;
    if (format.needsTexts) await fetchTexts(event, source, texts);
    yield writer.event(event, index, textOf);
    index += 1;
  }
  yield writer.tail();
}

async function* writeTexts(
  { head, event, tail }: TextWriter,
  pages: AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  let index = 0;
  let piece = head();
  for await (const texts of pages) {
    for (const text of texts) {
      piece += event(text, index);
      index += 1;
      if (piece.length < PIECE_SIZE) continue;
      yield piece;
      piece = '';
    }
  }
  piece += tail();
  if (piece !== '') yield piece;
}

/** The texts are kept for the next events: neighbours in time often come from the same articles. */
async function fetchTexts(
  { mentions }: TimelineEvent,
  source: ExportSource,
  texts: Map<ArticleId, string | undefined>,
): Promise<void> {
  if (texts.size > TEXTS_AT_HAND) texts.clear();
  for (const { article } of mentions)
    if (!texts.has(article.id)) texts.set(article.id, await source.articleText(article.id));
}

async function* gather(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let gathered = '';
  for await (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE_SIZE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

/** The first items of a walk, or all of them. Items beyond the limit are not fetched. */
export async function* takeFirst<T>(
  items: AsyncIterable<T>,
  limit: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<T> {
  let left = limit;
  if (left <= 0) return;
  for await (const item of items) {
    yield item;
    left -= 1;
    if (left <= 0) return;
  }
}

/** As `takeFirst`, for items that come in pages. */
export async function* takeFirstOfPages<T>(
  pages: AsyncIterable<readonly T[]>,
  limit: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly T[]> {
  let left = limit;
  if (left <= 0) return;
  for await (const page of pages) {
    yield page.slice(0, left);
    left -= page.length;
    if (left <= 0) return;
  }
}
