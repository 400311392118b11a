import type { SelectionSetNode } from 'graphql';
import { daysOf } from '../../../../timeline/read/bucket.ts';
import type { Histogram, PeriodCount } from '../../../../timeline/read/timeline-reading.ts';
import { type CompileField, leaf, listText, nested, objectText, type Write } from './object-text.ts';
import type { FragmentLookup } from './plain-fields.ts';

/** Names of periods, dates and kinds of periods have nothing that JSON would escape. */
const quoted = (text: string): string => `"${text}"`;

const BUCKET: Readonly<Record<string, CompileField<PeriodCount>>> = {
  period: leaf(({ period }) => quoted(period)),
  from: leaf((count) => quoted(daysOf(count).from)),
  to: leaf((count) => quoted(daysOf(count).to)),
  certain: leaf(({ certain }) => String(certain)),
  possible: leaf(({ possible }) => String(possible)),
};

/** Compiles a selection on `Histogram`; undefined where links are asked for, which follow from the filter. */
export function histogramTextOf(
  selectionSet: SelectionSetNode,
  fragments: FragmentLookup,
): Write<Histogram> | undefined {
  const buckets = nested<Histogram>((inner) => {
    const bucket = objectText(inner, 'Bucket', BUCKET, fragments);
    const write = bucket && listText(bucket);
    return write && (({ counts }, text) => write(counts, text));
  });
  return objectText(selectionSet, 'Histogram', { by: leaf(({ by }) => quoted(by)), buckets }, fragments);
}
