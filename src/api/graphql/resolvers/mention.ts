import type { TimelineEvent } from '../../../domain/event.ts';
import type { Mention, Quote } from '../../../domain/mention.ts';

/** A mention together with the event it was reached by, so that going back costs nothing. */
export interface MentionSource extends Mention {
  readonly event: TimelineEvent;
}

/** The selectors of the W3C Web Annotation Data Model, but counted in UTF-16 code units. */
type Selector =
  | {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
    }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number };

export const eventResolvers = {
  mentions: (event: TimelineEvent): readonly MentionSource[] =>
    event.mentions.map((mention) => ({ ...mention, event })),
};

export const mentionResolvers = {
  selectors: ({ quote }: Mention): readonly Selector[] => selectorsOf(quote),
};

export const selectorTypeName = ({ type }: Selector): string => type;

function selectorsOf({ exact, prefix, suffix, start, end }: Quote): readonly Selector[] {
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}
