/** A position in UTF-16 code units as one in Unicode code points, as the Web Annotation model counts (section 4.2.4). */
export function codePointsBefore(text: string, position: number): number {
  let points = 0;
  for (let index = 0; index < position; index += 1) {
    const isPair = isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1));
    if (isPair && index + 1 < position) index += 1;
    points += 1;
  }
  return points;
}

const isHigh = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdb_ff;
const isLow = (unit: number): boolean => unit >= 0xdc_00 && unit <= 0xdf_ff;
