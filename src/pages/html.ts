import { xmlText } from '../formats/text/plain-text.ts';

/** A piece of HTML in which everything from outside is escaped. */
export interface Html {
  readonly literals: readonly string[];
  readonly parts: readonly Part[];
}

/** A path of this service. In a page it stands behind the prefix under which the reader finds the service. */
export interface OwnPath {
  readonly path: string;
}

/** Null and false are left out. */
export type Part = string | number | Html | OwnPath | readonly Part[] | null | false;

/** Builds HTML from a template: strings are escaped, pieces of HTML go in as they are. Attribute values stand in double quotes. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  literals,
  parts,
});

/** HTML of our own that no template wrote. */
export const raw = (text: string): Html => ({ literals: [text], parts: [] });

/** `/about` → `/timeline/about` in a page that its readers find below `/timeline`. */
export const own = (path: string): OwnPath => ({ path });

/** Nothing, where a template wants a piece. */
export const NOTHING: Html = raw('');

/** A piece of HTML as text, with the prefix before each path of our own. */
export function htmlText(part: Part, prefix: string): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string') return xmlText(part);
  if (typeof part === 'number') return String(part);
  if ('path' in part) return xmlText(`${prefix}${part.path}`);
  let text = '';
  if ('parts' in part) {
    const { literals, parts } = part;
    for (let index = 0; index < literals.length; index += 1)
      text += `${literals[index]}${htmlText(parts[index] ?? null, prefix)}`;
    return text;
  }
  for (const inner of part) text += htmlText(inner, prefix);
  return text;
}

/** Words from outside in a text of ours. Their direction is their own, and no mark in them reaches beyond them. */
export const isolated = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Pieces with a separator between them. */
export const joined = (pieces: readonly Part[], separator: string): Html =>
  html`${pieces.map((piece, index) => (index === 0 ? piece : html`${separator}${piece}`))}`;

/** JSON inside a `script` element, which knows no escapes but ends at `</script`. */
export const jsonScript = (type: string, value: unknown): Html =>
  raw(`<script type="${type}">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`);
