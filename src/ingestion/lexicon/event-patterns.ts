import { TimelineError } from '../../domain/errors.ts';
import { EVENT_TYPES, type EventType } from '../../domain/event/event-type.ts';
import type { EventPatternEntry } from './lexicon-schema.ts';

/** A pattern that gives an event its type; `id` names it in explanations: `THREATEN/warn`. */
export interface EventPattern {
  readonly id: string;
  readonly type: EventType;
  readonly pos: 'VERB' | 'NOUN' | 'ADJ';
  readonly with: ReadonlySet<string>;
  readonly also: ReadonlySet<string>;
  readonly adjacent: boolean;
  readonly spoken: boolean;
  /** Place in the file. Among equal patterns the first decides. */
  readonly order: number;
}

/** The patterns of each lemma, in file order. Throws `BAD_CONFIG` for an unknown type. */
export function patternsByLemma(
  entries: readonly EventPatternEntry[],
): ReadonlyMap<string, readonly EventPattern[]> {
  const patterns = new Map<string, EventPattern[]>();
  for (const [order, entry] of entries.entries())
    for (const lemma of entry.lemmas) {
      const known = patterns.get(lemma);
      const pattern = patternOf(entry, lemma, order);
      if (known === undefined) patterns.set(lemma, [pattern]);
      else known.push(pattern);
    }
  return patterns;
}

const patternOf = (entry: EventPatternEntry, lemma: string, order: number): EventPattern => ({
  id: `${entry.type}/${lemma}`,
  type: requireEventType(entry.type),
  pos: entry.pos,
  with: new Set(entry.with),
  also: new Set(entry.also),
  adjacent: entry.adjacent ?? false,
  spoken: entry.spoken ?? false,
  order,
});

const isEventType = (text: string): text is EventType => EVENT_TYPES.some((type) => type === text);

function requireEventType(text: string): EventType {
  if (isEventType(text)) return text;
  throw new TimelineError('BAD_CONFIG', `event-types: "${text}" is not an event type`);
}
