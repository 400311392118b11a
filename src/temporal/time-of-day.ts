/** Parts of a day in TIMEX3's codes: `TMO`, `TAF`, `TEV`, `TNI`, and clock times for noon and midnight. */
const CODES: Readonly<Record<string, string>> = {
  morning: 'TMO',
  midday: 'T12:00',
  noon: 'T12:00',
  afternoon: 'TAF',
  evening: 'TEV',
  night: 'TNI',
  midnight: 'T24:00',
};

export const TIME_OF_DAY = Object.keys(CODES).join('|');

export const timeOfDayCode = (name: string): string => CODES[name.toLowerCase()] ?? 'TNI';
