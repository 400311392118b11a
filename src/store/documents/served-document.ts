import { SERVED_EVENT } from '../../domain/event/served-event.ts';
import { layoutOf } from './json-layout.ts';
import { compileProjection } from './project-json.ts';

/** What is served of an event, of its document. */
export const servedDocumentOf: (document: string) => string = compileProjection(SERVED_EVENT);

/** How what `servedDocumentOf` makes is laid out. */
export const SERVED_LAYOUT = layoutOf(SERVED_EVENT);
