import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { CitationFormat } from '../../../formats/citation/citation-item.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';

/** The SDL's `CitationFormat`. */
export const CITATION_FORMATS = {
  TEXT: 'txt',
  BIBTEX: 'bib',
  CSL_JSON: 'csl.json',
} as const satisfies Record<string, CitationFormat>;

interface CiteInput {
  readonly format: keyof typeof CITATION_FORMATS;
  readonly tz: string;
}

/** `Event.cite` cites the version that the address in the citation answers, also where the event is asked as of a day. */
export const citeResolver =
  ({ timeline, record }: GraphqlParts) =>
  async (event: TimelineEvent, { format, tz }: CiteInput, { origin }: GraphqlContext): Promise<string> => {
    const cited = (await timeline.getEventVersion(event.id, event.revision)) ?? event;
    const accessedOn = timeline.readClock(tz).today;
    const { citeEvent } = await import('../../../formats/citation/cite-event.ts');
    return citeEvent(cited, CITATION_FORMATS[format], { record, origin, accessedOn });
  };
