import type { EventType } from '../../../domain/event/event-type.ts';
import type { Account } from '../account.ts';

/** Acts of speech. A plain STATEMENT by the same speaker on the same day may be an account of one. */
const SPOKEN: ReadonlySet<EventType> = new Set([
  'STATEMENT',
  'AGREE',
  'SUPPORT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
] satisfies EventType[]);
/** Types with equal sides: talks between two are the talks of either. */
const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE'] satisfies EventType[]);

export const isSpoken = ({ mention }: Account): boolean => SPOKEN.has(mention.type);

export const isMutual = ({ mention }: Account): boolean => MUTUAL.has(mention.type);
