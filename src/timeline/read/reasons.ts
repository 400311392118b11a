import { assertNever } from '../../domain/errors.ts';
import type { JoinReason } from '../../domain/event/explanation.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { AnchorBasis } from '../../domain/time/anchor.ts';

/** Why the anchor is that day, for people. */
export const ANCHOR_REASONS: { readonly [Basis in AnchorBasis]: string } = {
  OVERRIDE: 'given when the article was ingested',
  METADATA: 'the day the article says it was published',
  DATELINE: 'printed in the article’s dateline',
  DEFAULT: 'the timeline’s default, since the article names no day of its own',
};

/** Why the type is that one, for people. */
export const typeReason = ({ type, typePattern }: Pick<Mention, 'type' | 'typePattern'>): string =>
  typePattern === null ? `no pattern fits; ${type} is what is left` : `the pattern ${typePattern} fits`;

/** Why a mention is in its event, for people. */
export function joinReason(
  { basis, score, threshold }: Omit<JoinReason, 'because'>,
  mentionCount: number,
): string {
  switch (basis) {
    case 'FIRST':
      return mentionCount === 1
        ? 'the only account'
        : 'the most exact account, which the others are compared with';
    case 'SCORE':
      return `agrees with the accounts before it by ${rounded(score?.score ?? 0)}, where ${threshold} is needed`;
    case 'NEIGHBOUR':
      return 'has no date of its own and leads up to an account that has';
    case 'DECISION':
      return 'an editor put it there';
    default:
      return assertNever(basis);
  }
}

const rounded = (share: number): number => Math.round(share * 100) / 100;
