/** The part of the DOM that reading a page needs; the project's types know no browser. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  remove(): void;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that stand on lines of their own. */
const BLOCKS = words(
  'address article blockquote dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** Elements whose text does not belong to the article. */
const DROPPED = words(
  'aside audio button canvas caption figcaption footer form iframe input map math nav noscript object script select style svg template textarea title video',
);

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * The readable text of an element: `<p>A<b>B</b></p><p>C<br>D</p>` → `AB
 *
 * C
 * D`. A blank line separates blocks, so that their sentences do not run together. `<br>` ends a line, and
 * other white space collapses as in a browser. Soft hyphens and zero-width spaces are left out.
 */
export function textOfElement(element: PageElement): string {
  const pieces: string[] = [];
  collect(element, pieces);
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function collect(node: PageNode, pieces: string[]): void {
  if (node.nodeType === TEXT_NODE)
    pieces.push((node.textContent ?? '').replaceAll(/[\u00AD\u200B]/g, '').replaceAll(/[\s\u00A0]+/g, ' '));
  if (!isElement(node)) return;
  const name = node.localName.toLowerCase();
  if (DROPPED.has(name)) return;
  if (name === 'br') pieces.push('\n');
  if (BLOCKS.has(name)) pieces.push('\n\n');
  for (const child of node.childNodes) collect(child, pieces);
  if (BLOCKS.has(name)) pieces.push('\n\n');
}

const isElement = (node: PageNode): node is PageElement => node.nodeType === ELEMENT_NODE;
