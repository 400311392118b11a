import { LRUCache } from 'lru-cache';
import { SERVED_EVENT } from '../../domain/event/served-event.ts';
import { isPartOf, type JsonShape } from '../../domain/query/json-shape.ts';
import type { DocumentKind, EventShape } from '../port/event-documents.ts';
import { layoutOf } from './json-layout.ts';
import { compileProjection } from './project-json.ts';
import { compileLaidOutProjection } from './project-laid-out.ts';

/** How the text of a shape is made: from which stored document, and by which function of it. */
export interface Projection {
  readonly from: DocumentKind;
  readonly project: (document: string) => string;
}

/** The projections of a shape. As of a day, the documents are made from full ones when they are asked for. */
export interface Projections {
  readonly now: Projection;
  readonly asOf: Projection;
}

/** The public document of an event, from its full one. */
export const publicDocumentOf: (document: string) => string = compileProjection(SERVED_EVENT);

const PUBLIC_LAYOUT = layoutOf(SERVED_EVENT);

/** More shapes than clients ask for at a time. */
const COMPILED_SHAPES = 256;

const same = (document: string): string => document;
const FULL: Projections = { now: { from: 'FULL', project: same }, asOf: { from: 'FULL', project: same } };
const PUBLIC: Projections = {
  now: { from: 'PUBLIC', project: same },
  asOf: { from: 'FULL', project: publicDocumentOf },
};

/** Finds the projections of a shape. Each shape is compiled once while it is in use. */
export function projector(): (shape: EventShape) => Projections {
  const byText = new LRUCache<string, Projections>({ max: COMPILED_SHAPES });
  // The text of a shape costs a tenth of an event by id. It is needed for a shape from another thread, a copy each time.
  const byShape = new WeakMap<JsonShape, Projections>();
  return (shape) => {
    if (shape === 'FULL') return FULL;
    if (shape === 'PUBLIC') return PUBLIC;
    const known = byShape.get(shape);
    if (known !== undefined) return known;
    const text = JSON.stringify(shape);
    const found = byText.get(text) ?? compile(shape);
    byText.set(text, found);
    byShape.set(shape, found);
    return found;
  };
}

/** A public document is shorter than a full one, and its layout is known: it is preferred where it has all that is asked for. */
function compile(shape: JsonShape): Projections {
  const asOf: Projection = { from: 'FULL', project: compileProjection(shape) };
  if (!isPartOf(shape, SERVED_EVENT)) return { now: asOf, asOf };
  const project = compileLaidOutProjection(shape, PUBLIC_LAYOUT) ?? asOf.project;
  return { now: { from: 'PUBLIC', project }, asOf };
}
