import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../../domain/time/resolution.ts';

/** Resolves the time expressions of a text, in this thread or in another. */
export type TextResolver = (
  text: string,
  anchor: CalendarDate,
  options?: { readonly mode?: ResolutionMode },
) => Promise<readonly (Resolution | Unresolved)[]>;

/** Resolves in this thread. The rules are loaded at the first text: a reader of the timeline does not wait for them. */
export const resolveTextHere: TextResolver = async (...args) =>
  (await import('../../temporal/resolve-text.ts')).resolveText(...args);
