import type { SelectionSetNode } from 'graphql';
import { daysOf, periodText } from '../../../timeline/reading/bucket.ts';
import type { BucketUnit, Histogram, PeriodCount } from '../../../timeline/reading/timeline-reading.ts';
import { type CompileField, leaf, objectText, type Write } from './object-text.ts';
import type { FragmentLookup } from './plain-fields.ts';

/** Names of periods, dates and kinds of periods have nothing that JSON would escape. */
const quoted = (text: string): string => `"${text}"`;

interface Counted extends PeriodCount {
  readonly by: BucketUnit;
}

const BUCKET: Readonly<Record<string, CompileField<Counted>>> = {
  period: leaf(({ by, index }) => quoted(periodText(by, index))),
  from: leaf(({ by, index }) => quoted(daysOf(by, index).from)),
  to: leaf(({ by, index }) => quoted(daysOf(by, index).to)),
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
    return (
      bucket &&
      (({ by, counts }) =>
        `[${counts.map(({ index, certain, possible }) => bucket({ by, index, certain, possible })).join(',')}]`)
    );
  };
  return objectText(selectionSet, 'Histogram', { by: leaf(({ by }) => quoted(by)), buckets }, fragments);
}
