import { SERVED_EVENT } from '../../../domain/event/served-event.ts';
import { isPartOf, type JsonShape } from '../../../domain/query/json-shape.ts';
import type { CalendarDate } from '../../../domain/time/calendar-date.ts';
import { compileCut } from '../../documents/cut-json.ts';
import { compileProjection } from '../../documents/project-json.ts';
import { SERVED_LAYOUT, servedDocumentOf } from '../../documents/served-document.ts';
import type { EventShape } from '../../port/event-documents.ts';
import type { DocumentTable } from './event-selection.ts';

/** From which documents a shape is cut, and how. */
export interface Cut {
  readonly table: DocumentTable;
  readonly cut: (document: string) => string;
}

/** More shapes than clients ask for at a time. */
const CAPACITY = 256;

const uncut = (document: string): string => document;
const WHOLE: Cut = { table: 'event_documents', cut: uncut };
const SERVED: Cut = { table: 'served_documents', cut: uncut };
/** As of a day, what was known is put together from whole documents. */
const SERVED_AS_OF: Cut = { table: 'event_documents', cut: servedDocumentOf };

/** The cuts of a shape: from what is served now, and from whole documents. */
interface Cuts {
  readonly now: Cut;
  readonly asOf: Cut;
}

/** Finds the cut of a shape: from served documents, which are shorter, where they have all of it. Each shape is compiled once. */
export function documentCutter(): (shape: EventShape, asOf?: CalendarDate) => Cut {
  const compiled = new WeakMap<JsonShape, Cuts>();
  // A shape from another thread is each time a copy.
  const byText = new Map<string, Cuts>();
  const find = (shape: JsonShape): Cuts => {
    const text = JSON.stringify(shape);
    const known = byText.get(text) ?? compile(shape);
    byText.delete(text);
    byText.set(text, known);
    const [oldest] = byText.keys();
    if (byText.size > CAPACITY && oldest !== undefined) byText.delete(oldest);
    return known;
  };
  return (shape, asOf) => {
    if (shape === 'WHOLE') return WHOLE;
    if (shape === 'SERVED') return asOf === undefined ? SERVED : SERVED_AS_OF;
    const known = compiled.get(shape) ?? find(shape);
    compiled.set(shape, known);
    return asOf === undefined ? known.now : known.asOf;
  };
}

function compile(shape: JsonShape): Cuts {
  const whole: Cut = { table: 'event_documents', cut: compileProjection(shape) };
  if (!isPartOf(shape, SERVED_EVENT)) return { now: whole, asOf: whole };
  const cut = compileCut(shape, SERVED_LAYOUT) ?? whole.cut;
  return { now: { table: 'served_documents', cut }, asOf: whole };
}
