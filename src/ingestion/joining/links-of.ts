import type { Mention } from '../../domain/event/mention.ts';
import type { Acts } from './acts.ts';

/** Stands for whatever a lead tells. */
const LEAD = 'lead';
/** A lead begins within these characters: a place name or a short first sentence may stand before it. */
const LEAD_START = 60;

/** Whether a mention's sentence opens its article. */
export const isLeadOf = ({ quote }: Mention): boolean => quote.start < LEAD_START;

/** The participants of a mention, and each of its acts with a name of its clause or story: `sink@senja`, `lead@senja`. */
export function linksOf(
  { actors, story }: Mention,
  { acts, names, isLead }: { acts: Acts; names: ReadonlySet<string>; isLead: boolean },
): ReadonlySet<string> {
  const told = [...acts.done, ...(isLead ? [LEAD] : [])];
  const named = [...new Set([...(story ?? []), ...names])];
  return new Set([
    ...actors.map(({ id }) => id),
    ...told.flatMap((act) => named.map((name) => `${act}@${name}`)),
  ]);
}
