import type { ValidationRule } from 'graphql';
import { limitAliases } from './limit-aliases.ts';
import { limitDepth } from './limit-depth.ts';
import { limitDirectives } from './limit-directives.ts';
import { limitRootFields } from './limit-root-fields.ts';

/** What one request may ask for; the SDL tells its readers the same numbers. */
export const QUERY_LIMITS = {
  /** Bytes of a request's body. */
  body: 64 * 1024,
  tokens: 2000,
  /** Not less than 15, the depth of the introspection query that every tool sends. */
  depth: 15,
  aliases: 30,
  directives: 30,
  rootFields: 20,
  /** As `countRequestedNodes` counts them. */
  nodes: 10_000,
} as const;

/** Mistakes told of one document; finding and sending each costs more than making it. */
export const TOLD_MISTAKES = 20;

/** Checked together with the rules of the specification, once for a document that is asked again. */
export const LIMIT_RULES: readonly ValidationRule[] = [
  limitDepth(QUERY_LIMITS.depth),
  limitAliases(QUERY_LIMITS.aliases),
  limitDirectives(QUERY_LIMITS.directives),
  limitRootFields(QUERY_LIMITS.rootFields),
];
