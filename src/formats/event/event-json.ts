import type { ArticleSummary } from '../../domain/event/article.ts';
import type { EventConflict } from '../../domain/event/conflict.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention, Participant, Place, Quote } from '../../domain/event/mention.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import type { Timex } from '../../domain/time/timex.ts';

/** An event as JSON: the one shape of exports, REST and the command line (fields in this order). */
export type EventJson = ReturnType<typeof eventJson>;

/** Positions are UTF-16 code units into the article's text, end exclusive. Without `recordedAt`, which only sorts. */
export function eventJson(event: TimelineEvent) {
  return {
    id: event.id,
    revision: event.revision,
    title: event.title,
    date: { ...mentionDateJson(event.date), display: event.date.display },
    type: event.type,
    modality: event.modality,
    actors: event.actors.map(participantJson),
    places: event.places.map(nameJson),
    confidence: event.confidence,
    sourceCount: event.sourceCount,
    conflicts: event.conflicts.map(conflictJson),
    mentions: event.mentions.map(mentionJson),
  };
}

/** An event as other resources refer to it, without its mentions. */
export function eventSummaryJson({ id, title, date, type, modality }: TimelineEvent) {
  return { id, title, date: { ...mentionDateJson(date), display: date.display }, type, modality };
}

/** One article's account within an event. `timex`, `date` and `rule` are null together where the account has no date of its own. */
export function mentionJson(mention: Mention) {
  return {
    id: mention.id,
    article: articleJson(mention.article),
    quote: quoteJson(mention.quote),
    timex: mention.timex === null ? null : timexJson(mention.timex),
    date: mention.date === null ? null : mentionDateJson(mention.date),
    anchor: { date: mention.anchor.date, basis: mention.anchor.basis },
    rule: mention.rule,
    datedBy: mention.datedBy,
    type: mention.type,
    typePattern: mention.typePattern,
    actors: mention.actors.map(participantJson),
    modality: mention.modality,
    confidence: mention.confidence,
  };
}

export const conflictJson = ({ field, sides }: EventConflict) => ({
  field,
  sides: sides.map(({ says, mentions }) => ({ says, mentions: [...mentions] })),
});

export const participantJson = ({ id, name, role }: Participant) => ({ id, name, role });

const nameJson = ({ id, name }: Place) => ({ id, name });

const articleJson = ({ id, file, title, publisher, url, publishedOn }: ArticleSummary) => ({
  id,
  file,
  title,
  publisher,
  url,
  publishedOn,
});

const quoteJson = ({ exact, start, end }: Quote) => ({ exact, start, end });

const timexJson = ({ text, start, end, type, value, mod }: Timex) => ({ text, start, end, type, value, mod });

const mentionDateJson = ({ edtf, earliest, latest, precision, role }: EventDate) => ({
  edtf,
  earliest,
  latest,
  precision,
  role,
});
