import type { DatedMention } from './lead-follower.ts';

/**
 * The accounts of a sentence without those that would print it twice. A title that is the whole sentence tells nothing more
 * beside another clause with the same time: "On Sunday the flood receded and …" beside "The flood receded". A relative clause
 * tells an act of its own, and stays.
 */
export const toldOnce = (accounts: readonly DatedMention[]): readonly DatedMention[] =>
  accounts.filter(
    (account) =>
      account.mention.titleKind !== 'SENTENCE' ||
      account.statement.clause.kind === 'RELATIVE' ||
      !accounts.some((other) => hasTitleAtTimeOf(account, other)),
  );

/** Whether a clause has a title of its own and the time of another account. */
const hasTitleAtTimeOf = (
  { mention: { timex } }: DatedMention,
  { mention, statement }: DatedMention,
): boolean =>
  mention.titleKind === 'CLAUSE' && statement.kind === 'CLAUSE' && mention.timex?.start === timex?.start;
