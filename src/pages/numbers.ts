const FORMAT = new Intl.NumberFormat('en');

/** `12345` → `12,345`. */
export const grouped = (number: number): string => FORMAT.format(number);

/** `counted(1, 'event')` → `1 event`, `counted(12345, 'event')` → `12,345 events`. */
export const counted = (number: number, noun: string): string =>
  `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
