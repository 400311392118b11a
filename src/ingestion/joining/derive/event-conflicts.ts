import type { ConflictField, EventConflict } from '../../../domain/event/conflict.ts';
import type { MentionId } from '../../../domain/event/ids.ts';
import type { Mention } from '../../../domain/event/mention.ts';
import { dayBoundsOf } from '../../../domain/time/event-date.ts';
import { type Account, accountOf } from '../account.ts';
import { countsIn } from '../counts-in.ts';
import { scoreAccounts } from '../score/score-accounts.ts';

/** A mention's statement on a field that accounts can disagree about. */
type Saying = readonly [says: string, id: MentionId];

/** The contradictions between the accounts of one event. */
export function eventConflicts(mentions: readonly Mention[]): readonly EventConflict[] {
  if (mentions.length < 2) return [];
  return [...dateConflicts(mentions), ...numberConflicts(mentions), ...actorConflicts(mentions)];
}

/** Dates without a common day. The day of a report contradicts none. */
function dateConflicts(mentions: readonly Mention[]): readonly EventConflict[] {
  const dated = mentions.flatMap(({ id, date }) =>
    date === null || date.role === 'PUBLISHED' ? [] : [{ id, date }],
  );
  const bounds = dated.map(({ date }) => dayBoundsOf(date));
  const earliest = highest(bounds.map(({ earliestDay }) => earliestDay));
  const latest = lowest(bounds.map(({ latestDay }) => latestDay));
  return earliest <= latest
    ? []
    : conflictOf(
        'DATE',
        dated.map(({ id, date }) => [date.edtf, id]),
      );
}

/** `Math.max` takes no more numbers than fit on the stack. */
const highest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const lowest = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** Counts of one fate without a common number. */
function numberConflicts(mentions: readonly Mention[]): readonly EventConflict[] {
  const counts = mentions.flatMap((mention) =>
    (accountOf(mention)?.counts() ?? countsIn(mention)).map((count) => ({ ...count, id: mention.id })),
  );
  return [...Map.groupBy(counts, ({ fate }) => fate).values()].flatMap((group) => {
    const least = highest(group.map((count) => count.least));
    const most = lowest(group.map((count) => count.most));
    return least <= most
      ? []
      : conflictOf(
          'NUMBER',
          group.map(({ says, id }) => [says, id]),
        );
  });
}

/** The most actors whose accounts are compared: those with the first accounts. */
const MOST_ACTORS = 100;

/** Least wording score of two accounts of the same act. */
const SAME_ACT = 0.6;

/** Accounts of the same act in similar words that name different actors. */
function actorConflicts(mentions: readonly Mention[]): readonly EventConflict[] {
  const accounts = mentions.flatMap((mention) => accountOf(mention) ?? []);
  const acting = accounts.flatMap(({ main, mention }) => (main === null ? [] : [{ main, id: mention.id }]));
  const byMain = [...Map.groupBy(accounts, ({ main }) => main?.id).values()]
    .slice(0, MOST_ACTORS)
    .flatMap(([first]) => first ?? []);
  const disputed = new Set(
    byMain
      .filter((one) => byMain.some((other) => one !== other && contradicts(one, other)))
      .map(({ main }) => main?.id),
  );
  return conflictOf(
    'ACTOR',
    acting.filter(({ main }) => disputed.has(main.id)).map(({ main, id }) => [main.name, id]),
  );
}

function contradicts(one: Account, other: Account): boolean {
  const { actors, type, wording } = scoreAccounts(one, other);
  return actors === 0 && type === 1 && wording >= SAME_ACT;
}

/** The side with most accounts comes first. Null where all accounts agree. */
function conflictOf(field: ConflictField, sayings: readonly Saying[]): readonly EventConflict[] {
  const sides = Array.from(
    Map.groupBy(sayings, ([says]) => says),
    ([says, entries]) => ({ says, mentions: entries.map(([, id]) => id) }),
  );
  return sides.length < 2
    ? []
    : [{ field, sides: sides.sort((a, b) => b.mentions.length - a.mentions.length) }];
}
