import { closest, distance } from 'fastest-levenshtein';
import type { ApiErrorCode } from '../../errors.ts';

/** One wrong place in a request: a parameter by its name, or a part of the body by its JSON pointer (RFC 6901). */
export type ProblemPart =
  | { readonly parameter: string; readonly detail: string }
  | { readonly pointer: string; readonly detail: string };

interface RequestErrorOptions {
  readonly errors?: readonly ProblemPart[];
  /** Headers that the answer needs, such as `allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem (RFC 9457, section 3.2). */
  readonly members?: Readonly<Record<string, string | number>>;
}

/** A refusal that only HTTP knows; the domain refuses with a `TimelineError`. The message is for the client. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: ApiErrorCode;
  readonly errors: readonly ProblemPart[];
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, string | number>>;

  constructor(code: ApiErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(message);
    this.code = code;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
    this.members = options.members ?? {};
  }
}

/** Refuses one parameter. */
export const parameterError = (
  code: 'BAD_PARAMETER' | 'UNKNOWN_PARAMETER',
  parameter: string,
  detail: string,
): RequestError => new RequestError(code, detail, { errors: [{ parameter, detail }] });

/** In characters: the rest of a mistyped name is not compared. */
const LONGEST_NAME = 40;

/** The name that a mistyped one is nearest to, in any case: `titel` → `title`; undefined where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const wanted = typed.slice(0, LONGEST_NAME).toLowerCase();
  const known = names.map((name) => name.toLowerCase());
  const nearest = closest(wanted, known);
  const isNear = distance(wanted, nearest) <= Math.max(1, Math.floor(nearest.length / 2));
  return isNear ? names[known.indexOf(nearest)] : undefined;
}
