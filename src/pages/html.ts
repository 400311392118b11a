import { xmlText } from '../formats/text/plain-text.ts';

/** A piece of HTML in which everything from outside is escaped. */
export interface Html {
  readonly html: string;
}

/** Null and false are left out. */
export type Part = string | number | Html | readonly Part[] | null | false;

/** Builds HTML from a template: strings are escaped, pieces of HTML go in as they are. Attribute values stand in double quotes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = literals[0] ?? '';
  for (const [index, part] of parts.entries()) text += `${htmlOf(part)}${literals[index + 1] ?? ''}`;
  return { html: text };
}

function htmlOf(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string') return xmlText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(htmlOf).join('');
}

/** Nothing, where a template wants a piece. */
export const NOTHING: Html = { html: '' };

/** Words from outside in a text of ours. Their direction is their own, and no mark in them reaches beyond them. */
export const isolated = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Pieces with a separator between them. */
export const joined = (pieces: readonly Part[], separator: string): Html =>
  html`${pieces.map((piece, index) => (index === 0 ? piece : html`${separator}${piece}`))}`;

/** JSON inside a `script` element, which knows no escapes but ends at `</script`. */
export const jsonScript = (type: string, value: unknown): Html => ({
  html: `<script type="${type}">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`,
});
