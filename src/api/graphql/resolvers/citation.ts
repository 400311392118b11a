import type { TimelineEvent } from '../../../domain/event/event.ts';
import type { CitationFormat } from '../../../formats/citation/citation-item.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import type { GraphqlParts } from '../graphql-parts.ts';
import { takeEntries } from '../limits/count-entries.ts';

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

/**
 * `Event.cite` cites the version that the address in the citation answers, also where the event is asked as of a day. Each
 * account is an entry: its source is named.
 */
export const citeResolver =
  ({ timeline, record }: GraphqlParts) =>
  async (event: TimelineEvent, { format, tz }: CiteInput, context: GraphqlContext): Promise<string> => {
    takeEntries(context, event.mentions.length);
    const { origin, todayIn } = context;
    const cited = (await timeline.getEventVersion(event.id, event.revision)) ?? event;
    const { citeEvent } = await import('../../../formats/citation/cite-event.ts');
    return citeEvent(cited, CITATION_FORMATS[format], { record, origin, accessedOn: todayIn(tz) });
  };
