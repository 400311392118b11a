import { Parser } from 'htmlparser2';

const DEEPEST = 200;
const MOST_NODES = 40_000;
const MOST_ATTRIBUTES = 100_000;
const MOST_ATTRIBUTES_OF_ONE = 500;
const MOST_ESCAPED = 100_000;
const CHUNK = 16 * 1024;

/** Readability writes a page as HTML and reads it again, where each of these characters becomes a node. */
const ESCAPED = /[&<>\u00a0]/g;

/**
 * Why a page is too large for a document tree; null where it is not. Work on a tree grows with the square of its depth and of
 * an element's attributes, and 100,000 of either would take minutes. News pages are some 30 deep and have some 5,000 nodes.
 */
export function oversizeOf(html: string): string | null {
  let nodes = 0;
  let depth = 0;
  let deepest = 0;
  let escaped = 0;
  let attributes = 0;
  let ofThis = 0;
  let ofOne = 0;
  const parser = new Parser({
    ontext: (text) => {
      nodes += 1;
      escaped += text.match(ESCAPED)?.length ?? 0;
    },
    onattribute: () => {
      attributes += 1;
      ofThis += 1;
      ofOne = Math.max(ofOne, ofThis);
    },
    onopentagname: () => {
      ofThis = 0;
      nodes += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    onclosetag: () => {
      depth -= 1;
    },
  });
  for (let start = 0; start < html.length; start += CHUNK) {
    if (start + CHUNK < html.length) parser.write(html.slice(start, start + CHUNK));
    else parser.end(html.slice(start));
    if (deepest > DEEPEST) return `elements nested more than ${DEEPEST} deep`;
    if (nodes > MOST_NODES) return `more than ${MOST_NODES} elements and pieces of text`;
    if (ofOne > MOST_ATTRIBUTES_OF_ONE)
      return `an element with more than ${MOST_ATTRIBUTES_OF_ONE} attributes`;
    if (attributes > MOST_ATTRIBUTES) return `more than ${MOST_ATTRIBUTES} attributes`;
    if (escaped > MOST_ESCAPED)
      return `more than ${MOST_ESCAPED} characters "&", "<", ">" and no-break spaces`;
  }
  return null;
}
