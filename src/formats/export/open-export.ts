import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId } from '../../domain/event/ids.ts';
import { reportDaysOf } from '../event/report-days.ts';
import type { EventFormat, ExportSetting, Survey, TextOf, TextWriter } from './event-format.ts';

/** Where an export's events come from. Each call walks the selection anew. */
export interface ExportSource {
  events(): AsyncIterable<TimelineEvent>;
  /** The same as what is served of each, some at a time; left out where only a part of them is exported. */
  texts?(): AsyncIterable<readonly string[]>;
  articleText(id: ArticleId): Promise<string | undefined>;
}

export interface Export {
  /** How many events are left out, for a header; null where the format keeps all. */
  readonly omitted: number | null;
  readonly pieces: AsyncGenerator<string>;
}

/** In UTF-16 code units: pieces are gathered to about this size. */
const PIECE_SIZE = 16_384;
/** How many articles' texts are kept at hand. */
const TEXTS_AT_HAND = 20;

/** An export, ready to be written. What a format must say up front is found out by a walk before the one that writes. */
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
    const { last } = reportDaysOf(event);
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

/** Neighbours in time are often told by the same articles. */
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
