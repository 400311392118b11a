import { inflateSync } from 'node:zlib';

/** The text of a PDF that Chromium has printed: the glyphs of each line, in the order in which they are drawn. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { dictionary } of objects.values())
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1];
      fonts.set(name, lettersOf(objects.get(unicode ?? '')?.content ?? ''));
    }
  let text = '';
  for (const { content } of objects.values()) {
    let letters: ReadonlyMap<string, string> | undefined;
    for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>(?=[^\n]*T[Jj])/g)) {
      if (font !== undefined) letters = fonts.get(font);
      else text += (glyphs?.match(/.{4}/g) ?? []).map((glyph) => letters?.get(glyph) ?? '').join('');
    }
  }
  return text;
}

interface PdfObject {
  readonly dictionary: string;
  readonly content: string;
}

/** Chromium writes its objects one after the other, and only streams are compressed. */
function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 0: whole, 1: id = '', index } of text.matchAll(
    /^(\d+) 0 obj\n[\s\S]*?(?=stream\n|endobj)/gm,
  )) {
    const begin = index + whole.length;
    const length = /\/Length (\d+)/.exec(whole)?.[1];
    const isStream = text.startsWith('stream\n', begin) && whole.includes('/FlateDecode');
    const bytes = pdf.subarray(begin + 7, begin + 7 + Number(length));
    objects.set(id, { dictionary: whole, content: isStream ? inflateSync(bytes).toString('latin1') : '' });
  }
  return objects;
}

/** A `ToUnicode` map: the letters of each glyph, one by one or as a run of neighbours. */
function lettersOf(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, glyph = '', hex = ''] of map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim))
    letters.set(glyph.toUpperCase(), lettersIn(hex));
  for (const [, first = '', last = '', hex = ''] of map.matchAll(
    /^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$/gim,
  ))
    for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(last, 16); glyph += 1)
      letters.set(
        glyph.toString(16).padStart(4, '0').toUpperCase(),
        String.fromCharCode(Number.parseInt(hex, 16) + glyph - Number.parseInt(first, 16)),
      );
  return letters;
}

const lettersIn = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
