/** `counted(1, 'event')` → `1 event`, `counted(3, 'event')` → `3 events`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
