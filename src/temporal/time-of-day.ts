/** Parts of a day in TIMEX3's codes: `TMO`, `TMI`, `TAF`, `TEV`, `TNI`. */
const CODES: Readonly<Record<string, string>> = {
  morning: 'TMO',
  midday: 'TMI',
  noon: 'T12:00',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  midnight: 'T24:00',
};

export const TIME_OF_DAY = Object.keys(CODES).join('|');

export const timeOfDayCode = (name: string): string => CODES[name.toLowerCase()] ?? 'TNI';
