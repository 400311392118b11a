import { addDays } from '../../domain/time/calendar-date.ts';
import { MONTH_NAMES } from '../../domain/time/calendar-names.ts';
import type { Bucket } from '../../timeline/read/bucket.ts';
import { type Html, html, type OwnPath, own } from '../html.ts';
import { type Selection, selectionPath } from '../selection.ts';

const STEP = 10;
const HEIGHT = 100;

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
<svg viewBox="0 0 ${buckets.length * STEP} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
<defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="4" height="4"/><rect class="hatch-line" width="1.4" height="4"/></pattern></defs>
${buckets.map((bucket, place) => barOf(bucket, place, highest, hrefOf(bucket)))}</svg>
<p class="axis" aria-hidden="true">${axisOf(buckets).map((label) => html`<span>${label}</span>`)}</p>
<figcaption><span class="key certain">surely then</span> <span class="key possible">possibly then</span>${outside(hasEarlier, 'Earlier events', { from: null, to: addDays(first.from, -1) })}${outside(hasLater, 'Later events', { from: addDays(last.to, 1), to: null })}
<details><summary>The picture as a table</summary>
<table><thead><tr><th scope="col">Period</th><th scope="col">Surely</th><th scope="col">Possibly</th></tr></thead>
<tbody>${buckets
    .filter(({ certain, possible }) => certain + possible > 0)
    .map(
      (
        bucket,
      ) => html`<tr><th scope="row">${linked(hrefOf(bucket), periodName(bucket))}</th><td>${bucket.certain}</td><td>${bucket.possible}</td></tr>
`,
    )}</tbody></table></details></figcaption>
</figure>`;
}

const linked = (href: OwnPath | null, words: string): Html =>
  href === null ? html`${words}` : html`<a href="${href}">${words}</a>`;

function barOf(bucket: Bucket, place: number, highest: number, href: OwnPath | null): Html {
  const { certain, possible } = bucket;
  const days = `${bucket.from}/${bucket.to}`;
  if (certain + possible === 0) return html`<g data-days="${days}"/>`;
  const [sure, maybe] = [certain, possible].map((count) => (count / highest) * (HEIGHT - 4));
  const x = place * STEP + 1;
  const bar = (kind: string, top: number, height: number): Html | null =>
    height === 0
      ? null
      : html`<rect class="${kind}" x="${x}" y="${rounded(top)}" width="${STEP - 2}" height="${rounded(height)}"/>`;
  const top = HEIGHT - (sure ?? 0);
  const bars = html`${bar('sure', top, sure ?? 0)}${bar('maybe', top - (maybe ?? 0), maybe ?? 0)}`;
  if (href === null) return bars;
  return html`<a href="${href}" tabindex="-1" data-days="${days}"><title>${periodName(bucket)}: ${certain} surely, ${possible} possibly</title><rect class="ground" x="${place * STEP}" y="0" width="${STEP}" height="${HEIGHT}"/>${bars}</a>
`;
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

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

/** Some labels, evenly spread: the first, the last and up to three between them. */
function axisOf(buckets: readonly Bucket[]): readonly string[] {
  const count = Math.min(5, buckets.length);
  const places = Array.from({ length: count }, (_, index) =>
    count === 1 ? 0 : Math.round((index * (buckets.length - 1)) / (count - 1)),
  );
  return places.map((place) => periodName(buckets[place], true));
}

/** `2021-12` → `December 2021`; `2021-12-21` → `21 December 2021`. */
function periodName(bucket: Bucket | undefined, isShort = false): string {
  const [year = '', month, day] = (bucket?.period ?? '').split('-');
  if (month === undefined) return year;
  const name = MONTH_NAMES[Number(month) - 1] ?? month;
  const shown = isShort ? name.slice(0, 3) : name;
  return day === undefined ? `${shown} ${year}` : `${Number(day)} ${shown} ${year}`;
}
