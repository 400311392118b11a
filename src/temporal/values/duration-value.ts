import { NO_REFERENCE, type ValueReading } from '../rule.ts';

/** TIMEX3's letters for the units; clock units stand behind `T`. */
const CODES: Readonly<Record<string, string>> = {
  second: 'TS',
  sec: 'TS',
  minute: 'TM',
  min: 'TM',
  hour: 'TH',
  hr: 'TH',
  night: 'D',
  day: 'D',
  week: 'W',
  wk: 'W',
  weekend: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  yr: 'Y',
  decade: 'E',
  century: 'C',
  season: 'M',
  semester: 'M',
};
/** Half a unit in the next finer one: two and a half years are P2Y6M. */
const HALVES: Readonly<Record<string, string>> = { Y: '6M', D: 'T12H', TH: '30M', TM: '30S' };

/** (2, "weeks") → `P2W`, (1, "decade") → `P10Y`, (36, "hours") → `PT36H`, ('X', "years") → `PXY`. */
export function durationValue(count: number | 'X', unitName: string): string {
  const name = unitName.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
  const code = CODES[name] ?? 'D';
  if (count === 'X') return code.startsWith('T') ? `PTX${code[1]}` : `PX${code}`;
  const factor = name === 'decade' ? 10 : name === 'century' ? 100 : name === 'fortnight' ? 2 : 1;
  const unit = name === 'decade' || name === 'century' ? 'Y' : code;
  const whole = Math.floor(count * factor);
  const half = whole > 0 && count * factor - whole === 0.5 ? HALVES[unit] : undefined;
  const number = String(half === undefined ? count * factor : whole);
  const value = unit.startsWith('T') ? `PT${number}${unit[1]}` : `P${number}${unit}`;
  return value + (half ?? '');
}

/** A DURATION without a reference: "two weeks". */
export const durationReading = (text: string, rule: string, confidence: number): ValueReading => ({
  kind: 'value',
  type: 'DURATION',
  value: text,
  rule,
  direction: null,
  reference: NO_REFERENCE,
  confidence,
});
