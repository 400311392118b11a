/*
 * Steps over the values of a JSON text as `JSON.stringify` writes it, without white space. The text is not checked: only
 * the store's own writer makes it.
 */

const QUOTE = 0x22;
export const COMMA = 0x2c;
export const BEGIN_LIST = 0x5b;
const BACKSLASH = 0x5c;
export const END_LIST = 0x5d;
export const BEGIN_OBJECT = 0x7b;
export const END_OBJECT = 0x7d;

/** The place behind the string that begins at a place. */
export function endOfString(json: string, begin: number): number {
  let end = json.indexOf('"', begin + 1);
  while (json.charCodeAt(end - 1) === BACKSLASH && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end + 1;
}

/** An odd number of backslashes escapes it: an even number escape each other. */
function isEscaped(json: string, at: number): boolean {
  let first = at;
  while (json.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** The place behind the innermost object or list around a place. */
export function endOfNested(json: string, begin: number): number {
  let at = begin;
  for (let depth = 1; depth > 0; ) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at);
    else {
      if (code === BEGIN_OBJECT || code === BEGIN_LIST) depth += 1;
      if (code === END_OBJECT || code === END_LIST) depth -= 1;
      at += 1;
    }
  }
  return at;
}

/** The place behind the value that begins at a place. */
export function endOfValue(json: string, begin: number): number {
  const first = json.charCodeAt(begin);
  if (first === QUOTE) return endOfString(json, begin);
  if (first === BEGIN_OBJECT || first === BEGIN_LIST) return endOfNested(json, begin + 1);
  let at = begin;
  while (at < json.length && !endsLiteral(json.charCodeAt(at))) at += 1;
  return at;
}

const endsLiteral = (code: number): boolean => code === COMMA || code === END_OBJECT || code === END_LIST;
