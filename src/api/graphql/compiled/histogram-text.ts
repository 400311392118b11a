import type { SelectionSetNode } from 'graphql';
import { daysOf, periodText } from '../../../timeline/reading/bucket.ts';
import type { BucketUnit, Histogram, PeriodCount } from '../../../timeline/reading/timeline-reading.ts';
import { type CompileField, leaf, objectText, type Write } from './object-text.ts';
import type { FragmentLookup } from './plain-fields.ts';

/** Names of periods, dates and kinds of periods have nothing that JSON would escape. */
const quoted = (text: string): string => `"${text}"`;

interface Counted {
  readonly by: BucketUnit;
  readonly count: PeriodCount;
}

const BUCKET: Readonly<Record<string, CompileField<Counted>>> = {
  period: leaf(({ by, count }) => quoted(periodText(by, count.index))),
  from: leaf(({ by, count }) => quoted(daysOf(by, count.index).from)),
  to: leaf(({ by, count }) => quoted(daysOf(by, count.index).to)),
  certain: leaf(({ count }) => String(count.certain)),
  possible: leaf(({ count }) => String(count.possible)),
};

/** Compiles a selection on `Histogram`; undefined where links are asked for, which follow from the filter. */
export function histogramTextOf(
  selectionSet: SelectionSetNode,
  fragments: FragmentLookup,
): Write<Histogram> | undefined {
  const buckets: CompileField<Histogram> = (inner) => {
    const bucket = inner && objectText(inner, 'Bucket', BUCKET, fragments);
    return bucket && (({ by, counts }) => `[${textOf(bucket, by, counts)}]`);
  };
  return objectText(selectionSet, 'Histogram', { by: leaf(({ by }) => quoted(by)), buckets }, fragments);
}

/** Written one behind the other: a list of as many texts as buckets, to be joined, would cost half as much again. */
function textOf(bucket: Write<Counted>, by: BucketUnit, counts: readonly PeriodCount[]): string {
  let text = '';
  for (const count of counts) text += `${text === '' ? '' : ','}${bucket({ by, count })}`;
  return text;
}
