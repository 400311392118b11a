import type { SelectionSetNode } from 'graphql';
import { daysOf } from '../../../timeline/reading/bucket.ts';
import type { Histogram, PeriodCount } from '../../../timeline/reading/timeline-reading.ts';
import { type CompileField, leaf, objectText, type Write } from './object-text.ts';
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
  const buckets: CompileField<Histogram> = (inner) => {
    const bucket = inner && objectText(inner, 'Bucket', BUCKET, fragments);
    return bucket && (({ counts }) => `[${textOf(bucket, counts)}]`);
  };
  return objectText(selectionSet, 'Histogram', { by: leaf(({ by }) => quoted(by)), buckets }, fragments);
}

/** Written one behind the other: a list of as many texts as buckets, to be joined, would cost half as much again. */
function textOf(bucket: Write<PeriodCount>, counts: readonly PeriodCount[]): string {
  let text = '';
  for (const count of counts) text += `${text === '' ? '' : ','}${bucket(count)}`;
  return text;
}
