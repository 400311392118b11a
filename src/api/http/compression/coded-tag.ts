import { acceptedCodings, type ContentCoding } from './content-coding.ts';

/** The strong tag of a coded answer, which is another representation than the plain answer: `"x"` → `"x-br"` (RFC 9110, section 8.8.3.3). */
export const codedTag = (tag: string, coding: ContentCoding): string =>
  tag.startsWith('W/') ? tag : `${tag.slice(0, -1)}-${coding}"`;

/**
 * The tag in an `If-None-Match` that matches this plain tag, or its tag in a coding that the client takes now. A cache asks
 * for many clients: it must not use a copy that this client cannot read. `W/` does not count.
 */
export function matchingTag(
  tag: string,
  ifNoneMatch: string | undefined,
  acceptEncoding: string | undefined,
): string | undefined {
  const named = ifNoneMatch?.split(',').map((candidate) => candidate.trim().replace(/^W\//, '')) ?? [];
  const tags = [tag, ...acceptedCodings(acceptEncoding).map((coding) => codedTag(tag, coding))];
  return named.find((candidate) => tags.includes(candidate));
}
