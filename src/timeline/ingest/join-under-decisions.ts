import type { Decision, EventOverride, JoinDecisions } from '../../domain/event/decision.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { type JoinedAccounts, joinAccounts } from '../../ingestion/joining/join-accounts.ts';

/** Joins mentions to known events under the editors' decisions. Edits of an event that merges go to the merged event. */
export function joinUnderDecisions(
  given: {
    readonly candidates: readonly TimelineEvent[];
    readonly mentions: readonly Mention[];
    readonly dropped: readonly ArticleId[];
    readonly redecided?: boolean;
  },
  decisions: readonly Decision[],
): JoinedAccounts {
  const join = (leadsTo: ReadonlyMap<EventId, EventId>): JoinedAccounts =>
    joinAccounts({ ...given, decisions: joinDecisionsOf(decisions, leadsTo) });
  const joined = join(new Map());
  const edited = new Set(decisions.map((decision) => decision.kind === 'OVERRIDE' && decision.event));
  if (!joined.merged.some(({ from }) => edited.has(from))) return joined;
  return join(new Map(joined.merged.map(({ from, into }) => [from, into])));
}

/** The decisions in the form that joining needs. The latest edit of a field counts. */
function joinDecisionsOf(
  decisions: readonly Decision[],
  leadsTo: ReadonlyMap<EventId, EventId>,
): JoinDecisions {
  const overrides = new Map<EventId, EventOverride>();
  for (const decision of decisions) {
    if (decision.kind !== 'OVERRIDE') continue;
    const event = leadsTo.get(decision.event) ?? decision.event;
    overrides.set(event, { ...overrides.get(event), ...decision.fields });
  }
  return {
    together: decisions.flatMap((each) => (each.kind === 'TOGETHER' ? [each.mentions] : [])),
    apart: decisions.flatMap((each) => (each.kind === 'APART' ? [{ one: each.one, other: each.other }] : [])),
    overrides,
  };
}
