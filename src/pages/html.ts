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

/** A piece that is kept as it was written, in UTF-8. To copy it into a page costs far less than to write it again. */
export interface WrittenHtml {
  readonly bytes: Uint8Array;
}

/** Null and false are left out. */
export type Part = string | number | Html | OwnPath | WrittenHtml | readonly Part[] | null | false;

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
export const htmlText = (part: Part, prefix: string): string => htmlBytes(part, prefix).toString();

/** The same in UTF-8. */
export function htmlBytes(part: Part, prefix: string): Buffer {
  const sheet: Sheet = { written: [], text: '' };
  write(part, prefix, sheet);
  endText(sheet);
  return Buffer.concat(sheet.written);
}

/** Writes a piece that many pages share. */
export const written = (part: Part, prefix: string): WrittenHtml => ({ bytes: htmlBytes(part, prefix) });

/** The beginning of a page, and the text that follows it. */
interface Sheet {
  readonly written: Uint8Array[];
  text: string;
}

function endText(sheet: Sheet): void {
  if (sheet.text !== '') sheet.written.push(Buffer.from(sheet.text));
  sheet.text = '';
}

function write(part: Part, prefix: string, sheet: Sheet): void {
  if (part === null || part === false) return;
  if (typeof part === 'string') sheet.text += xmlText(part);
  else if (typeof part === 'number') sheet.text += String(part);
  else if ('path' in part) sheet.text += xmlText(`${prefix}${part.path}`);
  else if ('parts' in part) {
    const { literals, parts } = part;
    for (let index = 0; index < literals.length; index += 1) {
      sheet.text += literals[index] ?? '';
      write(parts[index] ?? null, prefix, sheet);
    }
  } else if ('bytes' in part) {
    endText(sheet);
    sheet.written.push(part.bytes);
  } else for (const inner of part) write(inner, prefix, sheet);
}

/** Words from outside in a text of ours. Their direction is their own, and no mark in them reaches beyond them. */
export const isolated = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Pieces with a separator between them. */
export const joined = (pieces: readonly Part[], separator: string): Html =>
  html`${pieces.map((piece, index) => (index === 0 ? piece : html`${separator}${piece}`))}`;

/** JSON inside a `script` element, which knows no escapes but ends at `</script`. */
export const jsonScript = (type: string, value: unknown): Html =>
  raw(`<script type="${type}">${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)}</script>`);
