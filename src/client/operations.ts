/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The source of an anchor, the strongest first. */
export type AnchorBasis =
  /** It is printed in the text's own dateline. */
  | 'DATELINE'
  /** It is the timeline's default, for want of anything better. */
  | 'DEFAULT'
  /** It is the day of publication that came with the article, or that its address or file name gives. */
  | 'METADATA'
  /** It was given by hand when the article was read. */
  | 'OVERRIDE';

/** An article to ingest, with its metadata. */
export type ArticleInput = {
  /** The language of the text as a BCP 47 tag; only English is read. */
  readonly language?: string | null | undefined;
  /** The day of publication. It becomes the anchor. */
  readonly publishedOn?: string | null | undefined;
  /** The publisher's name. */
  readonly publisher?: string | null | undefined;
  /** The text; line ends separate paragraphs. */
  readonly text: string;
  /** The headline; unknown if left out. */
  readonly title?: string | null | undefined;
  /** The address of publication, http or https. */
  readonly url?: string | null | undefined;
};

/** The periods of a histogram. */
export type BucketUnit =
  /** Civil days. */
  | 'DAY'
  /** Calendar months. */
  | 'MONTH'
  /** Three months, the first of them January, April, July or October. */
  | 'QUARTER'
  /** ISO weeks, Monday to Sunday. */
  | 'WEEK'
  /** Calendar years. */
  | 'YEAR';

/** How an event changed. */
export type ChangeKind =
  /** It appeared, or came back. */
  | 'ADDED'
  /** Its fields or its mentions changed. */
  | 'CHANGED'
  /** It was merged into another event, and its id leads there. */
  | 'MERGED'
  /** It was withdrawn, having lost its last dated mention, or it is hidden: by an editor, or as boilerplate. */
  | 'REMOVED';

/** How an event lies between the first and last day of its date. */
export type DateRole =
  /** From a day on, or after it, how long after being unknown. */
  | 'AFTER'
  /** Before a day, how long before being unknown. */
  | 'BEFORE'
  /** On that very day. */
  | 'ON'
  /** Reported by an article on that day; when it happened is not said. Such an event surely lies in no range. */
  | 'PUBLISHED'
  /** All the time from the first day to the last. */
  | 'SPANS'
  /** At some unknown time between the two days. */
  | 'WITHIN';

/** A selection of events. All given fields must hold; of a list, any one value must. Empty lists and fields left out filter nothing. REST's parameters have the same names. */
export type EventFilter = {
  /** Actors, of which at least one takes part: ids, or names and aliases in any case. */
  readonly actor?: ReadonlyArray<string> | null | undefined;
  /** Actors that all take part: ids, or names and aliases in any case. */
  readonly actorAll?: ReadonlyArray<string> | null | undefined;
  /** Actors that take no part: ids, or names and aliases in any case. */
  readonly actorNone?: ReadonlyArray<string> | null | undefined;
  /** Filters that all hold too; at most 10. */
  readonly and?: ReadonlyArray<EventFilter> | null | undefined;
  /** Ids of articles. At least one has an account of the event. */
  readonly article?: ReadonlyArray<string | number> | null | undefined;
  /**
   * Events as known from articles published by this day: dates may be wider, later events are left out. An article without a day
   * of publication counts from its anchor. Only the outermost filter may have it.
   */
  readonly asOf?: string | null | undefined;
  /** The range as one date of EDTF level 0 or 1, such as 2021-12, 202X or 2021-12-01/..; instead of from and to. */
  readonly date?: string | null | undefined;
  /** The first day of a range of days, inclusive; open when left out. */
  readonly from?: string | null | undefined;
  /** Together with onThisDate. EXACT, if left out: events whose day is known. POSSIBLE: also events that could lie on it. */
  readonly include?: MonthDayInclusion | null | undefined;
  /** How an event matches the range. OVERLAPS, if left out: it could lie in the range. WITHIN: it surely does. STARTS: its first possible day does. */
  readonly match?: RangeMatch | null | undefined;
  /** The least confidence, from 0 to 1. */
  readonly minConfidence?: number | null | undefined;
  /** The least number of independent sources. */
  readonly minSources?: number | null | undefined;
  /** Modalities: fact, report, plan or none of these. */
  readonly modality?: ReadonlyArray<Modality> | null | undefined;
  /** A filter that does not hold. Filters nest to depth 3, the outermost included. */
  readonly not?: EventFilter | null | undefined;
  /** A month and a day, such as 12-21, of any year. */
  readonly onThisDate?: string | null | undefined;
  /** Filters of which at least one holds; at most 10. An empty list filters nothing. */
  readonly or?: ReadonlyArray<EventFilter> | null | undefined;
  /** Places: ids, or names in any case. */
  readonly place?: ReadonlyArray<string> | null | undefined;
  /** Precisions of its date. */
  readonly precision?: ReadonlyArray<Precision> | null | undefined;
  /** How it lies in its days. PUBLISHED: the day of the report is known alone. */
  readonly role?: ReadonlyArray<DateRole> | null | undefined;
  /** Publishers, in any case. At least one has an article about the event. */
  readonly source?: ReadonlyArray<string> | null | undefined;
  /** Subjects of stories, such as courts, elections or weather. */
  readonly subject?: ReadonlyArray<string> | null | undefined;
  /** Words that all occur in its title or in one of its quotes. A text without a letter or a digit finds nothing. */
  readonly text?: string | null | undefined;
  /** The last day of a range of days, inclusive; open when left out. */
  readonly to?: string | null | undefined;
  /** Types of event. */
  readonly type?: ReadonlyArray<EventType> | null | undefined;
};

/** The order of a list of events. */
export type EventOrder =
  /** By the first possible day, then the last, then the id. */
  | 'DATE'
  /** The exact reverse of DATE. */
  | 'DATE_DESC'
  /** In the order in which the events first appeared in the timeline. */
  | 'RECORDED'
  /** The best match of the filter's text first; a word in the title counts more than a word in a quote. There is one page, of at most 100, and no cursor leads on. Of more than 1,000 matches, those recorded last are weighed. */
  | 'RELEVANCE';

/** The type of an event: the sixteen types of PLOVER, and two for events that fit none of them. */
export type EventType =
  /** Laying blame: criticism, charges, inquiries. */
  | 'ACCUSE'
  /** Coming to terms: a deal is made, signed or accepted. */
  | 'AGREE'
  /** Giving help: money, goods, arms, shelter. */
  | 'AID'
  /** Using force: attacks, killings, invasions. */
  | 'ASSAULT'
  /** Using power against people or property short of an attack: arrests, seizures, bans. */
  | 'COERCE'
  /** Giving way: a demand fulfilled, a restriction eased, a prisoner freed. */
  | 'CONCEDE'
  /** Meeting or talking: visits, calls, negotiations. */
  | 'CONSULT'
  /** Working together in deed: joint exercises, trade, sharing of intelligence. */
  | 'COOPERATE'
  /** Readying or moving forces that are not yet used. */
  | 'MOBILIZE'
  /** Anything else that happens. */
  | 'OTHER'
  /** Dissent in public: demonstrations, strikes, boycotts. */
  | 'PROTEST'
  /** Saying no: a refusal, a denial, a veto. */
  | 'REJECT'
  /** Asking for something: an appeal, a demand, a proposal. */
  | 'REQUEST'
  /** Pulling back: forces leave, a fight is ended. */
  | 'RETREAT'
  /** Cutting ties or imposing penalties without force. */
  | 'SANCTION'
  /** A statement that is none of the above. */
  | 'STATEMENT'
  /** Support in words: praise, backing, recognition. */
  | 'SUPPORT'
  /** Warning of harm to come. */
  | 'THREATEN';

/** The facets of events, named as the fields of EventFilter. */
export type FacetName =
  /** Persons, states and organizations that take part. */
  | 'actor'
  /** The modality: fact, report, plan or none of these. */
  | 'modality'
  /** Cities, regions and countries of the event. */
  | 'place'
  /** How finely the date is known. */
  | 'precision'
  /** The publishers of its articles. */
  | 'source'
  /** The subject of the stories, such as courts or weather. Events without a subject are left out. */
  | 'subject'
  /** The kind of act, in PLOVER's types. */
  | 'type';

/** The outcome of ingesting an article. */
export type IngestOutcome =
  /** It was new. */
  | 'ADDED'
  /** The same text came with other metadata or another anchor. */
  | 'REANCHORED'
  /** A known URL has a new text, which replaces the old one. */
  | 'SUPERSEDED'
  /** The same article was there already. */
  | 'UNCHANGED';

/** How far an article in the queue has come. */
export type JobState =
  /** It was read. */
  | 'DONE'
  /** It was refused for good, or failed too often. The operator of the server can have it tried again. */
  | 'FAILED'
  /** It waits, perhaps after a try that failed. */
  | 'QUEUED'
  /** A worker is reading it. */
  | 'RUNNING';

/** The modality of an event; the first value that holds is given. */
export type Modality =
  /** The article says so itself. */
  | 'ASSERTED'
  /** It lies after the article's anchor, or is intended. */
  | 'PLANNED'
  /** The article gives it as the report of a source. */
  | 'REPORTED'
  /** It was denied, dropped, merely possible or conditional: nothing happened or is scheduled. */
  | 'UNREAL';

/** The events that count for a day of any year. */
export type MonthDayInclusion =
  /** Events whose day is known. */
  | 'EXACT'
  /** Also events that could lie on that day, such as those of a whole month. */
  | 'POSSIBLE';

/** How finely a date is known. */
export type Precision =
  /** A hundred years. */
  | 'CENTURY'
  /** A single civil day. */
  | 'DAY'
  /** Ten years. */
  | 'DECADE'
  /** A whole calendar month. */
  | 'MONTH'
  /** A part of a month, such as early December. */
  | 'MONTH_PART'
  /** A span without a known beginning or without a known end. */
  | 'OPEN'
  /** Three months, the first of them January, April, July or October. */
  | 'QUARTER'
  /** Any other span that has both ends. */
  | 'RANGE'
  /** A season, named by the year it begins in. */
  | 'SEASON'
  /** One ISO week, Monday to Sunday. */
  | 'WEEK'
  /** A whole calendar year. */
  | 'YEAR'
  /** A part of a year, such as early 2022. */
  | 'YEAR_PART';

/** How an event matches a range of days. */
export type RangeMatch =
  /** It could lie in the range: its first and last possible day enclose a day of the range. */
  | 'OVERLAPS'
  /** Its first possible day lies in the range. */
  | 'STARTS'
  /** It surely lies in the range: both its first and its last possible day do. */
  | 'WITHIN';

/** How a text gives its dates. */
export type ResolutionMode =
  /** History writing: they are counted from the date mentioned last. */
  | 'NARRATIVE'
  /** News: days and months without a year are counted from the anchor. */
  | 'NEWS';

/** The modifier of a time expression's value (TIMEX3). */
export type TimexMod =
  /** Later than the value. */
  | 'AFTER'
  /** Roughly the value. */
  | 'APPROX'
  /** Earlier than the value. */
  | 'BEFORE'
  /** The last part of the value. */
  | 'END'
  /** As long as the value or shorter. */
  | 'EQUAL_OR_LESS'
  /** As long as the value or longer. */
  | 'EQUAL_OR_MORE'
  /** Shorter than the value. */
  | 'LESS_THAN'
  /** The middle part of the value. */
  | 'MID'
  /** Longer than the value. */
  | 'MORE_THAN'
  /** Not earlier than the value. */
  | 'ON_OR_AFTER'
  /** Not later than the value. */
  | 'ON_OR_BEFORE'
  /** The first part of the value. */
  | 'START';

/** The type of a time expression (TIMEX3). */
export type TimexType =
  /** A day or anything longer. */
  | 'DATE'
  /** A length of time. */
  | 'DURATION'
  /** A time that comes again and again. */
  | 'SET'
  /** A clock time or a part of a day. */
  | 'TIME';

export type EventLineFragment = { readonly id: string, readonly revision: number, readonly title: string, readonly type: EventType, readonly modality: Modality, readonly confidence: number, readonly sourceCount: number, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string }, readonly actors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export type AccountFragment = { readonly id: string, readonly rule: string | null, readonly modality: Modality, readonly confidence: number, readonly quote: { readonly exact: string, readonly start: number, readonly end: number }, readonly timex: { readonly text: string, readonly value: string } | null, readonly date: { readonly edtf: string, readonly display: string } | null, readonly anchor: { readonly date: string, readonly basis: AnchorBasis }, readonly article: { readonly id: string, readonly title: string | null, readonly publisher: string | null, readonly url: string | null, readonly publishedOn: string | null } };

export type PageFragment = { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly revision: number, readonly title: string, readonly type: EventType, readonly modality: Modality, readonly confidence: number, readonly sourceCount: number, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string }, readonly actors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type EventsQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  orderBy?: EventOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EventsQuery = { readonly events: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly revision: number, readonly title: string, readonly type: EventType, readonly modality: Modality, readonly confidence: number, readonly sourceCount: number, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string }, readonly actors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type EventQueryVariables = Exact<{
  id: string | number;
  revision?: number | null | undefined;
  asOf?: string | null | undefined;
}>;


export type EventQuery = { readonly event: { readonly cite: string, readonly id: string, readonly revision: number, readonly title: string, readonly type: EventType, readonly modality: Modality, readonly confidence: number, readonly sourceCount: number, readonly mentions: ReadonlyArray<{ readonly id: string, readonly rule: string | null, readonly modality: Modality, readonly confidence: number, readonly quote: { readonly exact: string, readonly start: number, readonly end: number }, readonly timex: { readonly text: string, readonly value: string } | null, readonly date: { readonly edtf: string, readonly display: string } | null, readonly anchor: { readonly date: string, readonly basis: AnchorBasis }, readonly article: { readonly id: string, readonly title: string | null, readonly publisher: string | null, readonly url: string | null, readonly publishedOn: string | null } }>, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string }, readonly actors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null };

export type OnThisDateQueryVariables = Exact<{
  month?: number | null | undefined;
  day?: number | null | undefined;
  tz?: string;
  include?: MonthDayInclusion;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OnThisDateQuery = { readonly onThisDate: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly yearsAgo: number | null, readonly id: string, readonly revision: number, readonly title: string, readonly type: EventType, readonly modality: Modality, readonly confidence: number, readonly sourceCount: number, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string }, readonly actors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FacetsQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  facets?: ReadonlyArray<FacetName> | FacetName | null | undefined;
  size?: number;
}>;


export type FacetsQuery = { readonly facets: ReadonlyArray<{ readonly facet: FacetName, readonly values: ReadonlyArray<{ readonly value: string, readonly name: string, readonly count: number }> }> };

export type HistogramQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  by?: BucketUnit;
}>;


export type HistogramQuery = { readonly histogram: { readonly by: BucketUnit, readonly buckets: ReadonlyArray<{ readonly period: string, readonly from: string, readonly to: string, readonly certain: number, readonly possible: number }> } };

export type ChangesQueryVariables = Exact<{
  since: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ChangesQuery = { readonly changes: { readonly edges: ReadonlyArray<{ readonly node: { readonly revision: number, readonly change: ChangeKind, readonly id: string, readonly into: string | null, readonly event: { readonly id: string, readonly revision: number, readonly title: string, readonly type: EventType, readonly modality: Modality, readonly confidence: number, readonly sourceCount: number, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string }, readonly actors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ResolveQueryVariables = Exact<{
  text: string;
  anchor?: string | null | undefined;
  mode?: ResolutionMode | null | undefined;
}>;


export type ResolveQuery = { readonly resolve: ReadonlyArray<{ readonly text: string, readonly start: number, readonly end: number, readonly rule: string, readonly because: string | null, readonly reason: string | null, readonly timex: { readonly type: TimexType, readonly value: string, readonly mod: TimexMod | null } | null, readonly date: { readonly edtf: string, readonly earliest: string | null, readonly latest: string | null, readonly precision: Precision, readonly role: DateRole, readonly display: string } | null }> };

export type IngestArticleMutationVariables = Exact<{
  article: ArticleInput;
  anchor?: string | null | undefined;
}>;


export type IngestArticleMutation = { readonly ingestArticle: { readonly outcome: IngestOutcome, readonly revision: number, readonly eventCount: number, readonly article: { readonly id: string } } };

export type QueuedArticleFragment = { readonly id: string, readonly state: JobState, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly tries: number, readonly report: { readonly outcome: IngestOutcome, readonly eventCount: number, readonly mentionCount: number, readonly revision: number, readonly article: { readonly id: string, readonly title: string | null } } | null, readonly refusal: { readonly code: string, readonly reason: string } | null };

export type EnqueueArticleMutationVariables = Exact<{
  article: ArticleInput;
  anchor?: string | null | undefined;
}>;


export type EnqueueArticleMutation = { readonly enqueueArticle: { readonly id: string, readonly state: JobState, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly tries: number, readonly report: { readonly outcome: IngestOutcome, readonly eventCount: number, readonly mentionCount: number, readonly revision: number, readonly article: { readonly id: string, readonly title: string | null } } | null, readonly refusal: { readonly code: string, readonly reason: string } | null } };

export type JobQueryVariables = Exact<{
  id: string | number;
}>;


export type JobQuery = { readonly job: { readonly id: string, readonly state: JobState, readonly createdAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly tries: number, readonly report: { readonly outcome: IngestOutcome, readonly eventCount: number, readonly mentionCount: number, readonly revision: number, readonly article: { readonly id: string, readonly title: string | null } } | null, readonly refusal: { readonly code: string, readonly reason: string } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AccountFragmentDoc = new TypedDocumentString(`
    fragment Account on Mention {
  id
  rule
  modality
  confidence
  quote {
    exact
    start
    end
  }
  timex {
    text
    value
  }
  date {
    edtf
    display
  }
  anchor {
    date
    basis
  }
  article {
    id
    title
    publisher
    url
    publishedOn
  }
}
    `, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const EventLineFragmentDoc = new TypedDocumentString(`
    fragment EventLine on Event {
  id
  revision
  title
  type
  modality
  confidence
  sourceCount
  date {
    edtf
    earliest
    latest
    precision
    role
    display
  }
  actors {
    id
    name
  }
  places {
    id
    name
  }
}
    `, {"fragmentName":"EventLine"}) as unknown as TypedDocumentString<EventLineFragment, unknown>;
export const PageFragmentDoc = new TypedDocumentString(`
    fragment Page on EventConnection {
  edges {
    cursor
    node {
      ...EventLine
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment EventLine on Event {
  id
  revision
  title
  type
  modality
  confidence
  sourceCount
  date {
    edtf
    earliest
    latest
    precision
    role
    display
  }
  actors {
    id
    name
  }
  places {
    id
    name
  }
}`, {"fragmentName":"Page"}) as unknown as TypedDocumentString<PageFragment, unknown>;
export const QueuedArticleFragmentDoc = new TypedDocumentString(`
    fragment QueuedArticle on Job {
  id
  state
  createdAt
  startedAt
  finishedAt
  tries
  report {
    outcome
    eventCount
    mentionCount
    revision
    article {
      id
      title
    }
  }
  refusal {
    code
    reason
  }
}
    `, {"fragmentName":"QueuedArticle"}) as unknown as TypedDocumentString<QueuedArticleFragment, unknown>;
export const EventsDocument = new TypedDocumentString(`
    query Events($filter: EventFilter, $orderBy: EventOrder, $first: Int, $after: String) {
  events(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    ...Page
  }
}
    fragment EventLine on Event {
  id
  revision
  title
  type
  modality
  confidence
  sourceCount
  date {
    edtf
    earliest
    latest
    precision
    role
    display
  }
  actors {
    id
    name
  }
  places {
    id
    name
  }
}
fragment Page on EventConnection {
  edges {
    cursor
    node {
      ...EventLine
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const EventDocument = new TypedDocumentString(`
    query Event($id: ID!, $revision: Int, $asOf: Date) {
  event(id: $id, revision: $revision, asOf: $asOf) {
    ...EventLine
    cite
    mentions {
      ...Account
    }
  }
}
    fragment EventLine on Event {
  id
  revision
  title
  type
  modality
  confidence
  sourceCount
  date {
    edtf
    earliest
    latest
    precision
    role
    display
  }
  actors {
    id
    name
  }
  places {
    id
    name
  }
}
fragment Account on Mention {
  id
  rule
  modality
  confidence
  quote {
    exact
    start
    end
  }
  timex {
    text
    value
  }
  date {
    edtf
    display
  }
  anchor {
    date
    basis
  }
  article {
    id
    title
    publisher
    url
    publishedOn
  }
}`) as unknown as TypedDocumentString<EventQuery, EventQueryVariables>;
export const OnThisDateDocument = new TypedDocumentString(`
    query OnThisDate($month: Int, $day: Int, $tz: String! = "UTC", $include: MonthDayInclusion! = EXACT, $first: Int, $after: String) {
  onThisDate(
    month: $month
    day: $day
    tz: $tz
    include: $include
    first: $first
    after: $after
  ) {
    edges {
      cursor
      node {
        ...EventLine
        yearsAgo(tz: $tz)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EventLine on Event {
  id
  revision
  title
  type
  modality
  confidence
  sourceCount
  date {
    edtf
    earliest
    latest
    precision
    role
    display
  }
  actors {
    id
    name
  }
  places {
    id
    name
  }
}`) as unknown as TypedDocumentString<OnThisDateQuery, OnThisDateQueryVariables>;
export const FacetsDocument = new TypedDocumentString(`
    query Facets($filter: EventFilter, $facets: [FacetName!], $size: Int! = 10) {
  facets(filter: $filter, facets: $facets, size: $size) {
    facet
    values {
      value
      name
      count
    }
  }
}
    `) as unknown as TypedDocumentString<FacetsQuery, FacetsQueryVariables>;
export const HistogramDocument = new TypedDocumentString(`
    query Histogram($filter: EventFilter, $by: BucketUnit! = MONTH) {
  histogram(filter: $filter, by: $by) {
    by
    buckets {
      period
      from
      to
      certain
      possible
    }
  }
}
    `) as unknown as TypedDocumentString<HistogramQuery, HistogramQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($since: Int!, $first: Int, $after: String) {
  changes(since: $since, first: $first, after: $after) {
    edges {
      node {
        revision
        change
        id
        into
        event {
          ...EventLine
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EventLine on Event {
  id
  revision
  title
  type
  modality
  confidence
  sourceCount
  date {
    edtf
    earliest
    latest
    precision
    role
    display
  }
  actors {
    id
    name
  }
  places {
    id
    name
  }
}`) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const ResolveDocument = new TypedDocumentString(`
    query Resolve($text: String!, $anchor: Date, $mode: ResolutionMode) {
  resolve(text: $text, anchor: $anchor, mode: $mode) {
    text
    start
    end
    timex {
      type
      value
      mod
    }
    date {
      edtf
      earliest
      latest
      precision
      role
      display
    }
    rule
    because
    reason
  }
}
    `) as unknown as TypedDocumentString<ResolveQuery, ResolveQueryVariables>;
export const IngestArticleDocument = new TypedDocumentString(`
    mutation IngestArticle($article: ArticleInput!, $anchor: Date) {
  ingestArticle(article: $article, anchor: $anchor) {
    outcome
    revision
    eventCount
    article {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<IngestArticleMutation, IngestArticleMutationVariables>;
export const EnqueueArticleDocument = new TypedDocumentString(`
    mutation EnqueueArticle($article: ArticleInput!, $anchor: Date) {
  enqueueArticle(article: $article, anchor: $anchor) {
    ...QueuedArticle
  }
}
    fragment QueuedArticle on Job {
  id
  state
  createdAt
  startedAt
  finishedAt
  tries
  report {
    outcome
    eventCount
    mentionCount
    revision
    article {
      id
      title
    }
  }
  refusal {
    code
    reason
  }
}`) as unknown as TypedDocumentString<EnqueueArticleMutation, EnqueueArticleMutationVariables>;
export const JobDocument = new TypedDocumentString(`
    query Job($id: ID!) {
  job(id: $id) {
    ...QueuedArticle
  }
}
    fragment QueuedArticle on Job {
  id
  state
  createdAt
  startedAt
  finishedAt
  tries
  report {
    outcome
    eventCount
    mentionCount
    revision
    article {
      id
      title
    }
  }
  refusal {
    code
    reason
  }
}`) as unknown as TypedDocumentString<JobQuery, JobQueryVariables>;