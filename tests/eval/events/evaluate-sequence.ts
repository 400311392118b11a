import type { TimelineEvent } from '../../../src/domain/event/event.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { allEvents } from '../../support/all-events.ts';
import { openTestTimeline } from '../../support/open-test-timeline.ts';
import { type Match, type Matching, matchMentions } from './match-mentions.ts';
import type { Grouped } from './partition-scores.ts';
import type { Sequence } from './sequence.ts';

/** The program's mentions of a sequence, compared with the annotated mentions. */
export interface Outcome extends Matching {
  readonly name: string;
  /** The dated mentions on both sides, each with its two groups. */
  readonly joined: readonly Grouped[];
  /** The dated mentions of either side. */
  readonly endToEnd: readonly Grouped[];
  readonly events: readonly TimelineEvent[];
}

/** Ingests the dispatches of a sequence into a timeline of their own and compares. Undated mentions are not scored. */
export async function evaluateSequence({ name, articles, gold }: Sequence): Promise<Outcome> {
  const { timeline, close } = await openTestTimeline();
  for (const article of articles) await timeline.ingestArticle(article);
  const events = await allEvents(timeline);
  await close();
  return outcomeOf(name, gold, events);
}

function outcomeOf(name: string, gold: Sequence['gold'], events: readonly TimelineEvent[]): Outcome {
  const groupOf = new Map(events.flatMap(({ id, mentions }) => mentions.map((mention) => [mention.id, id])));
  const dated = events.flatMap(({ mentions }) => mentions.filter(({ date }) => date !== null));
  const matching = matchMentions(gold, dated);
  const inBoth = ({ gold: one, mention }: Match): Grouped => ({
    gold: one.event,
    predicted: groupOf.get(mention.id) ?? null,
  });
  const onlyFound = ({ id }: Mention): Grouped => ({ gold: null, predicted: groupOf.get(id) ?? null });
  const joined = matching.matches.map(inBoth);
  const missed = matching.missed.map(({ event }): Grouped => ({ gold: event, predicted: null }));
  return {
    ...matching,
    name,
    events,
    joined,
    endToEnd: [...joined, ...missed, ...matching.spurious.map(onlyFound)],
  };
}
