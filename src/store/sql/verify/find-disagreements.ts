import type { TimelineEvent } from '../../../domain/event/event.ts';
import { isBoilerplate } from '../../../domain/event/is-boilerplate.ts';
import { knownOn, type Mention } from '../../../domain/event/mention.ts';
import { toDayNumber } from '../../../domain/time/calendar-date.ts';
import { publicDocumentOf } from '../../documents/projector.ts';
import { columnsOf, type EventColumns, mentionDaysOf } from '../event-columns.ts';
import { type DocumentRow, toEvent } from '../rows.ts';

/** Everything that an event is found by. The lists of ids are JSON. */
interface Indexed extends EventColumns {
  readonly mentions: string | null;
  readonly actors: string | null;
  readonly places: string | null;
  /** The days on which snapshots begin. The name is that of their table, which `verify` shows. */
  readonly editions: string | null;
}

/** An event as it is stored in all tables. */
export interface StoredRow extends Indexed, DocumentRow {
  /** 1 or 0 */
  readonly hidden: number;
  /** Null for a hidden event. */
  readonly public_document: string | null;
  /** The full document of the last version; null for a hidden event. */
  readonly version: string | null;
}

/** The columns of the words that a search finds an event by. Their names are those of the back end. */
type WordColumns = Readonly<Record<string, string | null>>;

/** Says which of the columns and index rows of an event differ from its document, and whether its last version does. */
export function disagreementsOf(
  row: StoredRow,
  wordsOf: (event: TimelineEvent) => WordColumns,
  noWords: WordColumns,
): readonly string[] {
  const isHidden = row.hidden === 1;
  const event = toEvent(row);
  const expected = { ...indexedOf(event, isHidden), ...(isHidden ? noWords : wordsOf(event)) };
  const wrong = differingFields(expected, row);
  const isServed =
    row.version === (isHidden ? null : row.document) &&
    row.public_document === (isHidden ? null : publicDocumentOf(row.document));
  return [
    ...(isHidden || !isBoilerplate(event.mentions)
      ? []
      : [`event ${row.id} is boilerplate and can be found`]),
    ...(isServed ? [] : [`event ${row.id} is not served as its last version has it`]),
    ...(wrong.length === 0 ? [] : [`event ${row.id} disagrees with its document in ${wrong.join(', ')}`]),
  ];
}

/** A hidden event is found by its mentions alone. */
const indexedOf = (event: TimelineEvent, isHidden: boolean): Indexed => ({
  ...columnsOf(event),
  mentions: sortedJson(event.mentions.map(mentionColumnsOf)),
  actors: sortedJson(isHidden ? [] : event.actors.map(({ id }) => id)),
  places: sortedJson(isHidden ? [] : event.places.map(({ id }) => id)),
  editions: JSON.stringify(snapshotDaysOf(event)),
});

/** The row of a mention, as `verify` reads it: numbers and ids with spaces between them, nulls left out. */
function mentionColumnsOf({ id, article, clause, date }: Mention): string {
  const days = mentionDaysOf(date).filter((day) => day !== null);
  return [id, article.id, clause.start, clause.end, ...days].join(' ');
}

/** Each day but the last on which more became known of the event, from the first day that gave it a date. */
function snapshotDaysOf({ mentions }: TimelineEvent): readonly number[] {
  const days = (known: readonly Mention[]) => known.map((mention) => toDayNumber(knownOn(mention)));
  const first = Math.min(...days(mentions.filter(({ date }) => date !== null)));
  return [...new Set(days(mentions))]
    .filter((day) => day >= first)
    .sort((a, b) => a - b)
    .slice(0, -1);
}

const sortedJson = (ids: readonly string[]): string => JSON.stringify([...new Set(ids)].sort());

function differingFields(expected: object, actual: object): readonly string[] {
  const stored = new Map<string, unknown>(Object.entries(actual));
  return Object.entries(expected)
    .filter(([name, value]) => stored.get(name) !== value)
    .map(([name]) => name);
}
