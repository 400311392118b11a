import { Parser } from 'htmlparser2';

const DEEPEST = 200;
const MOST_NODES = 40_000;
const CHUNK = 16 * 1024;

/**
 * Why a page is too large for a document tree; null where it is not. Work on a tree grows with the square of its depth, and
 * 100,000 nested elements would take minutes. News pages are some 30 deep and have some 5,000 nodes.
 */
export function oversizeOf(html: string): string | null {
  let nodes = 0;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    ontext: () => {
      nodes += 1;
    },
    onopentagname: () => {
      nodes += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    onclosetag: () => {
      depth -= 1;
    },
  });
  for (let start = 0; start < html.length; start += CHUNK) {
    parser.write(html.slice(start, start + CHUNK));
    if (deepest > DEEPEST) return `elements nested more than ${DEEPEST} deep`;
    if (nodes > MOST_NODES) return `more than ${MOST_NODES} elements and pieces of text`;
  }
  return null;
}
