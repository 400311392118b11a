import type { EventType } from '../../domain/event/event-type.ts';
import type { Mention, Participant, Quote } from '../../domain/event/mention.ts';
import { dayBoundsOf, type EventDate } from '../../domain/time/event-date.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { VerbGroup } from '../sentences/verb-groups.ts';
import { contentWords } from '../sentences/wording.ts';
import type { Discourse } from './actors/discourse.ts';
import type { Description } from './describe-statement.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedResolution, DatedStatement } from './times/dated-statement.ts';

/** The first sentence of an article. It reports the news but often leaves the day to a later sentence. */
export interface Lead {
  readonly sentence: SentenceAnalysis;
  readonly quote: Quote;
  readonly discourse: Discourse;
}

/** Number of sentences, the lead included, within which a date may belong to the lead's act. */
export const LEAD_REACH = 3;
/** Greatest age in days of an act that a lead reports. */
const NEW_FOR_DAYS = 7;
/** Certainty that a lead and the next dated act of its actor are the same act. */
const ATTACHMENT = 0.7;

/** The statement of a lead's main clause with the date of a later sentence; null where the clause states no act. */
export function leadStatement(
  { tree }: SentenceAnalysis,
  resolution: DatedResolution,
): DatedStatement | null {
  const clause = tree.clauses.find(({ kind, verb, quoted }) => kind === 'MAIN' && verb !== null && !quoted);
  const verb = clause?.verb ?? null;
  if (clause === undefined || verb === null || !isAct(verb)) return null;
  return { kind: 'CLAUSE', clause, verb, noun: null, via: null, resolution, attachment: ATTACHMENT };
}

/** "warned" and "has warned" are acts; "runs the port" is a state. */
export const isAct = ({ lemma, form, first, last }: VerbGroup): boolean =>
  lemma !== 'be' && (form === 'PAST' || (form === 'PRESENT' && first < last));

/**
 * Whether a dated mention is of the lead's act. It needs the same actor, a date of the last days and no
 * contradicting type. In addition both are acts of speech, or they share words.
 */
export function isSameAct(
  lead: DescribedLead,
  dated: Mention,
  given: { anchorDay: number; lexicon: Lexicon },
): boolean {
  if (dated.date === null || dated.modality === 'PLANNED' || !isNew(dated.date, given.anchorDay))
    return false;
  const [one, other] = [firstActing(lead.description.actors), firstActing(dated.actors)];
  if (one === undefined || one !== other) return false;
  const { type } = lead.description;
  if (type !== dated.type && !isPlain(type) && !isPlain(dated.type)) return false;
  return (dated.type === 'STATEMENT' && speaks(lead.sentence, given.lexicon)) || sharesWords(lead, dated);
}

/** A lead with the description of its main clause. */
export interface DescribedLead extends Lead {
  readonly description: Description;
}

export function isNew(date: EventDate, anchorDay: number): boolean {
  const { earliestDay, latestDay } = dayBoundsOf(date);
  const isShort = latestDay - earliestDay < NEW_FOR_DAYS;
  return isShort && earliestDay <= anchorDay && anchorDay - latestDay <= NEW_FOR_DAYS;
}

/** "warned", or "sharpened his rhetoric, *blaming* …". */
const speaks = ({ tree }: SentenceAnalysis, lexicon: Lexicon): boolean =>
  tree.clauses.some(
    ({ kind, verb, quoted }) =>
      (kind === 'MAIN' || kind === 'PARTICIPLE') && !quoted && verb !== null && isSpoken(verb.lemma, lexicon),
  );

/** Types of acts done in words: blame, demands, refusals and threats. */
const SPOKEN_TYPES: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN']);

const isSpoken = (lemma: string, { speech, patterns }: Lexicon): boolean =>
  speech.has(lemma) ||
  (patterns.get(lemma) ?? []).some(({ pos, type }) => pos === 'VERB' && SPOKEN_TYPES.has(type));

function sharesWords({ quote, description }: DescribedLead, dated: Mention): boolean {
  const names = contentWords(
    [...description.actors, ...description.places].map(({ name }) => name).join(' '),
  );
  const words = Array.from(contentWords(quote.exact)).filter((word) => !names.has(word));
  const datedWords = contentWords(dated.quote.exact);
  return words.filter((word) => datedWords.has(word)).length >= SHARED_WORDS;
}

const SHARED_WORDS = 3;

const firstActing = (actors: readonly Participant[]): string | undefined =>
  actors.find(({ role }) => role === 'ACTOR')?.id;

const isPlain = (type: Mention['type']): boolean => type === 'STATEMENT' || type === 'OTHER';
