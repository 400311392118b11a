import type { DateRole } from '../../domain/time/event-date.ts';

const BEFORE = /\b(?:until|till|by|before|prior\s+to|no\s+later\s+than|up\s+to)\s+(?:the\s+)?$/i;
const AFTER = /\b(?:since|starting|beginning|effective|as\s+of)\s+(?:the\s+)?$/i;
const SPANS =
  /\b(?:throughout|all\s+through|all|for\s+all\s+of|the\s+whole\s+of|during\s+all\s+of)\s+(?:the\s+)?$/i;

/**
 * The role by the preposition before an expression: "until Friday" BEFORE, "since 2014" AFTER, "throughout May" SPANS. Null
 * without such a word.
 */
export function roleBefore(text: string, start: number): DateRole | null {
  const before = text.slice(Math.max(0, start - 20), start);
  if (BEFORE.test(before)) return 'BEFORE';
  if (AFTER.test(before)) return 'AFTER';
  return SPANS.test(before) ? 'SPANS' : null;
}
