import { createHash } from 'node:crypto';
import { TimelineError } from '../../domain/errors.ts';
import { kindOfId } from '../../domain/event/ids.ts';
import type { Position } from '../../domain/query/timeline-query.ts';

const VERSION = 1;
const CHECK_LENGTH = 10;

/**
 * The scope of a cursor: the list with its normalised filter and order. A position means nothing in another list, so a cursor
 * carries a check over its scope and is refused elsewhere.
 */
export type CursorScope = readonly [list: string, ...parameters: readonly unknown[]];

/** A position as an opaque string: base64url of `[version, …keys, id]`, then a short hash over it and its scope. */
export function encodeCursor(scope: CursorScope, position: Position): string {
  const payload = Buffer.from(JSON.stringify([VERSION, ...position.keys, position.id])).toString('base64url');
  return `${payload}.${checkOf(scope, payload)}`;
}

/** The position of a cursor; `BAD_CURSOR` unless `encodeCursor` made it for this scope. */
export function decodeCursor(scope: CursorScope, cursor: string): Position {
  const [payload = '', check, ...rest] = cursor.split('.');
  const position = check === checkOf(scope, payload) && rest.length === 0 ? positionIn(payload) : undefined;
  if (position === undefined)
    throw new TimelineError(
      'BAD_CURSOR',
      `"${cursor.slice(0, 80)}" is not a cursor of this list with this filter and order`,
    );
  return position;
}

function checkOf(scope: CursorScope, payload: string): string {
  return createHash('sha256')
    .update(JSON.stringify([scope, payload]))
    .digest('base64url')
    .slice(0, CHECK_LENGTH);
}

function positionIn(payload: string): Position | undefined {
  const values = readJson(Buffer.from(payload, 'base64url').toString());
  if (!Array.isArray(values) || values[0] !== VERSION) return undefined;
  const keys: unknown[] = values.slice(1, -1);
  const id: unknown = values.at(-1);
  if (typeof id !== 'string' || kindOfId(id) === undefined || !keys.every(isFiniteNumber)) return undefined;
  return { keys, id };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);
