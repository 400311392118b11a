const WIDTH = 12;

/** `  means       17 December 2021`: a line of an explanation. Line breaks of quoted words become blanks. */
export const labelledLine = (label: string, text: string): string =>
  `  ${label.padEnd(WIDTH)}${text.replaceAll(/\s+/g, ' ')}`;
