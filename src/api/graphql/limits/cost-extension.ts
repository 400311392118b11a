import { QUERY_LIMITS } from './query-limits.ts';

/** What an operation asked for, as `countRequestedNodes` counts it, and what it may ask for: in `extensions` of its answer. */
export const costExtension = (price: number) => ({ cost: { price, limit: QUERY_LIMITS.nodes } });
