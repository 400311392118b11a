import type { Span } from '../../domain/event/mention.ts';
import type { Reading } from '../rule.ts';
import { durationReading } from './duration-value.ts';

const FIGURES = /^(?:(\d{1,2}):)?(\d{1,2}):(\d\d)$/;
/** "won in 2:05:30", "a time of 3:26:00". */
const TIMED =
  /\b(?:in|times?\s+(?:of|was|is)|clocked|clocking|timed\s+at|ran|record\s+of|best\s+of|lasted|took)\s+(?:an?\s+)?$/i;
/** "at 2:56 of the sixth round", "at 12:30 of the second period". */
const OF_MATCH =
  /^\s+(?:of|into|left\s+in|remaining\s+in|to\s+go\s+in)\s+(?:the\s+)?(?:\w+\s+)?(?:round|period|quarter|half|overtime|game|match|fight|bout)\b/i;
const MATCH =
  /\b(?:referee|rounds?|bout|fight|knockout|goalkeeper|puck|power-play|touchdown|field\s+goal|first\s+half|second\s+half)\b/i;
const REACH = 90;

interface Words extends Span {
  readonly text: string;
}

/** Whether figures like a clock time measure a race or a match: "won in 2:05:30", "stopped the fight at 2:56". */
export function isElapsed({ text: words, start, end }: Words, text: string): boolean {
  if (!FIGURES.test(words)) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  return TIMED.test(before) || OF_MATCH.test(after) || MATCH.test(before);
}

/** "2:05:30" → PT2H5M30S, "2:56" → PT2M56S; null for a minute of a match, which is no length. */
export function elapsedReading({ text: words, start }: Words, text: string): Reading | null {
  const [, hours, minutes, seconds] = FIGURES.exec(words) ?? [];
  if (!TIMED.test(text.slice(Math.max(0, start - REACH), start))) return null;
  const parts = [hours, minutes, seconds].map((figures) => Number(figures ?? 0));
  const written = parts.map((count, at) => (count === 0 ? '' : `${count}${'HMS'[at]}`)).join('');
  return durationReading(`PT${written || '0S'}`, 'explicit-date/elapsed', 0.8);
}
