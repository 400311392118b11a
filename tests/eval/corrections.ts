import Type, { type Static } from 'typebox';
import type { JsonlFile } from './jsonl-folder.ts';
import { type Annotation, type GoldDocument, requireShape, TimexTypeSchema } from './read-gold.ts';

const CorrectionSchema = Type.Object({
  id: Type.String(),
  start: Type.Integer(),
  end: Type.Integer(),
  correctedType: TimexTypeSchema,
  correctedValue: Type.String(),
});

/** The corrected type and value of an annotation. */
export type Correction = Readonly<Static<typeof CorrectionSchema>>;

/** Whether a file has corrections instead of annotations. Its first line then has a corrected type or value. */
export function isCorrections({ lines }: JsonlFile): boolean {
  const first = lines[0]?.value;
  return (
    typeof first === 'object' && first !== null && ('correctedType' in first || 'correctedValue' in first)
  );
}

/** The corrections of a file. Throws `InputProblem` at the first line that is no correction. */
export const readCorrections = (file: JsonlFile): readonly Correction[] =>
  file.lines.map((line) => requireShape(CorrectionSchema, line));

const placeOf = (id: string, { start, end }: { start: number; end: number }) => `${start} ${end} ${id}`;

/** The documents with types and values corrected. The positions of annotations do not change. */
export function corrected(
  documents: readonly GoldDocument[],
  corrections: readonly Correction[],
): readonly GoldDocument[] {
  const byPlace = new Map(corrections.map((correction) => [placeOf(correction.id, correction), correction]));
  const correct = (id: string, timex: Annotation): Annotation => {
    const correction = byPlace.get(placeOf(id, timex));
    if (correction === undefined) return timex;
    return { ...timex, type: correction.correctedType, value: correction.correctedValue };
  };
  return documents.map((document) => ({
    ...document,
    timexes: document.timexes.map((timex) => correct(document.id, timex)),
  }));
}
