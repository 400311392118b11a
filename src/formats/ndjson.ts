/** Newline-delimited JSON: one document a line, each line ended by a line feed (`application/x-ndjson`). */
export const jsonLine = (document: unknown): string => `${JSON.stringify(document)}\n`;
