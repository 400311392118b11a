import type { CalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { ResolutionMode } from '../../src/domain/time/resolution.ts';
import { loadGovernors } from '../../src/startup/load-parser.ts';
import { resolveText as resolveWithGovernors } from '../../src/temporal/resolve-text.ts';

export const findGovernors = await loadGovernors();

/** Resolves with the bundled parser, as the program does. */
export const resolveText = (
  text: string,
  anchor: CalendarDate,
  options: { readonly mode?: ResolutionMode } = {},
) => resolveWithGovernors(text, anchor, { ...options, governorAt: findGovernors(text) });
