import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { type CalendarDate, parseCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { TIMEX_TYPES } from '../../src/domain/time/timex.ts';
import { InputProblem } from './input-problem.ts';
import type { JsonLine, JsonlFile } from './jsonl-folder.ts';

export const TimexTypeSchema = Type.Enum([...TIMEX_TYPES]);

const Nullable = Type.Union([Type.String(), Type.Null()]);

/** A time expression as an annotator or a resolver marked it. Positions are UTF-16 code units, end exclusive. */
const AnnotationSchema = Type.Object({
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 1 }),
  text: Type.String({ minLength: 1 }),
  type: TimexTypeSchema,
  /** Null where the annotators gave no value. */
  value: Nullable,
  mod: Type.Optional(Nullable),
});

const DocumentSchema = Type.Object({ id: Type.String(), dct: Type.String(), text: Type.String() });
const GoldSchema = Type.Intersect([DocumentSchema, Type.Object({ timexes: Type.Array(AnnotationSchema) })]);

export type Annotation = Readonly<Static<typeof AnnotationSchema>>;

/** A text with the day on which it was written (TimeML: document creation time). */
export interface DatedText {
  readonly id: string;
  readonly dct: CalendarDate;
  readonly text: string;
}

export interface GoldDocument extends DatedText {
  readonly timexes: readonly Annotation[];
}

/** The annotated documents of a file. Throws `InputProblem` at the first line that is no such document. */
export function readGold(file: JsonlFile): readonly GoldDocument[] {
  const seen = new Set<string>();
  return file.lines.map((line) => {
    const document = requireShape(GoldSchema, line);
    if (seen.has(document.id)) throw new InputProblem(`${line.place}: a second document "${document.id}"`);
    seen.add(document.id);
    const moved = document.timexes.findIndex(
      ({ start, end, text }) => document.text.slice(start, end) !== text,
    );
    if (moved >= 0)
      throw new InputProblem(`${line.place}: /timexes/${moved} is not the text from its start to its end`);
    return { ...document, dct: dayOf(document.dct, line.place) };
  });
}

/** The texts of a file with their days. Other fields are ignored. */
export const readDatedTexts = (file: JsonlFile): readonly DatedText[] =>
  file.lines.map((line) => {
    const { id, dct, text } = requireShape(DocumentSchema, line);
    return { id, text, dct: dayOf(dct, line.place) };
  });

/** A line of the schema's shape. Throws an `InputProblem` that names the line and the first fault in it. */
export function requireShape<T extends TSchema>(schema: T, { place, value }: JsonLine): Static<T> {
  if (Value.Check(schema, value)) return value;
  const [problem] = Value.Errors(schema, value);
  throw new InputProblem(`${place}: ${problem?.instancePath || 'the line'} ${problem?.message}`);
}

/** A date, or the day of a date with a time. */
function dayOf(dct: string, place: string): CalendarDate {
  const day = parseCalendarDate(/^(.{10})(?:T.*)?$/.exec(dct)?.[1] ?? '');
  if (day === undefined) throw new InputProblem(`${place}: /dct "${dct}" is not a day written as YYYY-MM-DD`);
  return day;
}
