import type { FastifyRequest } from 'fastify';

const PRICES = new WeakMap<FastifyRequest, number>();

/** Notes the price of a request, in entries (docs/graphql.md, "Cost"): for its log line and its client's limit. */
export const notePrice = (request: FastifyRequest, price: number): void => void PRICES.set(request, price);

/** The price of a request whose answer is made; 0 where nothing was read for it. */
export const priceOf = (request: FastifyRequest): number => PRICES.get(request) ?? 0;
