import { addDays } from '../../domain/time/calendar-date.ts';
import type { Bucket } from '../../timeline/read/bucket.ts';
import { type Html, html, type OwnPath, own } from '../html.ts';
import { grouped } from '../numbers.ts';
import { type Selection, selectionPath } from '../selection.ts';
import { densityAxis, PICTURE, percent, periodName } from './density-axis.ts';

/** The picture of a selection over time. */
export interface Density {
  readonly buckets: readonly Bucket[];
  /** Whether events lie before the first bucket, and after the last. */
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/**
 * How many events lie in each period: solid bars are events that surely lie there, hatched bars events that could. The
 * table below the picture says the same in words, for the keyboard and for screen readers. Each bar leads to its period
 * in the selection; without a selection nothing leads anywhere.
 */
export function densityPicture(
  { buckets, hasEarlier, hasLater }: Density,
  selection: Selection | null,
): Html {
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const highest = Math.max(1, ...buckets.map(({ certain, possible }) => certain + possible));
  const outside = (
    has: boolean,
    words: string,
    range: { readonly from: string | null; readonly to: string | null },
  ) =>
    has && selection !== null && selection.from == null && selection.to == null && selection.date == null
      ? html` <a href="${selectionPath('/', selection, range)}">${words}</a>`
      : null;
  const hrefOf = selection === null ? () => null : bucketPaths(selection);
  return html`<figure class="density">
<svg width="100%" height="${PICTURE.height}" aria-hidden="true">
<defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="4" height="4"/><rect class="hatch-line" width="1.4" height="4"/></pattern></defs>
${densityAxis(buckets, highest)}
${buckets.map((bucket, place) => barOf(bucket, place, buckets.length, highest, hrefOf(bucket)))}</svg>
<figcaption><span class="key certain">surely then</span> <span class="key possible">possibly then</span>${outside(hasEarlier, 'Earlier events', { from: null, to: addDays(first.from, -1) })}${outside(hasLater, 'Later events', { from: addDays(last.to, 1), to: null })}
<details><summary>The picture as a table</summary>
<table><thead><tr><th scope="col">Period</th><th scope="col">Surely</th><th scope="col">Possibly</th></tr></thead>
<tbody>${buckets
    .filter(({ certain, possible }) => certain + possible > 0)
    .map(
      (
        bucket,
      ) => html`<tr><th scope="row">${linked(hrefOf(bucket), periodName(bucket))}</th><td>${grouped(bucket.certain)}</td><td>${grouped(bucket.possible)}</td></tr>
`,
    )}</tbody></table></details></figcaption>
</figure>`;
}

const linked = (href: OwnPath | null, words: string): Html =>
  href === null ? html`${words}` : html`<a href="${href}">${words}</a>`;

/** In shares of the width: a bar has a little air around it, and few bars stay narrow. */
const WIDEST_BAR = 0.1;
const SHARE_OF_BAR = 0.8;

function barOf(bucket: Bucket, place: number, count: number, highest: number, href: OwnPath | null): Html {
  const { certain, possible } = bucket;
  const days = `${bucket.from}/${bucket.to}`;
  if (certain + possible === 0) return html`<g data-days="${days}"/>`;
  const { top, ground } = PICTURE;
  const width = Math.min(WIDEST_BAR, SHARE_OF_BAR / count);
  const x = percent((place + 0.5) / count - width / 2);
  const heightOf = (number: number): number => Math.round((number / highest) * (ground - top) * 10) / 10;
  const bar = (kind: string, below: number, number: number): Html | null =>
    number === 0
      ? null
      : html`<rect class="${kind}" x="${x}" y="${ground - heightOf(below + number)}" width="${percent(width)}" height="${heightOf(number)}"/>`;
  const bars = html`${bar('sure', 0, certain)}${bar('maybe', certain, possible)}`;
  if (href === null) return bars;
  return html`<a href="${href}" tabindex="-1" data-days="${days}"><title>${periodName(bucket)}: ${certain} surely, ${possible} possibly</title><rect class="ground" x="${percent(place / count)}" y="0" width="${percent(1 / count)}" height="${ground}"/>${bars}</a>
`;
}

/** Leads to the days that a period has in common with the range that is chosen already. */
function bucketPaths(selection: Selection): (bucket: Bucket) => OwnPath {
  // Paths differ in these two parameters alone, and a picture has more than a hundred of them.
  const { path } = selectionPath('/', selection, { from: 'FROM', to: 'TO', date: null });
  return ({ from, to }) => {
    const first = selection.from != null && selection.from > from ? selection.from : from;
    const last = selection.to != null && selection.to < to ? selection.to : to;
    return own(path.replace('from=FROM', `from=${first}`).replace('to=TO', `to=${last}`));
  };
}
