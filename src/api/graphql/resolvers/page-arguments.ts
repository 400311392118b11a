import type { PageArguments } from '../../../timeline/timeline.ts';

/** Relay's arguments as GraphQL hands them over: a client may write null for what it leaves out. */
export interface PageInput {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export function pageArgumentsOf({ first, after, last, before }: PageInput): PageArguments {
  return {
    ...(isGiven(first) && { first }),
    ...(isGiven(after) && { after }),
    ...(isGiven(last) && { last }),
    ...(isGiven(before) && { before }),
  };
}

const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;
