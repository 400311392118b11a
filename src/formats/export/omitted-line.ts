import { counted } from '../text/plain-text.ts';
import type { Omission } from './event-format.ts';

const REASONS: Record<Omission, string> = {
  undated: 'without a first and a last possible day',
  withoutCoordinates: 'at no place whose coordinates are known',
};

/** What an export left out, for people: `Left out: 2 events without a first and a last possible day.` Null for nothing. */
export const omittedLine = (omission: Omission, omitted: number): string | null =>
  omitted === 0 ? null : `Left out: ${counted(omitted, 'event')} ${REASONS[omission]}.`;
