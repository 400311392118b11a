/*
 * Lists of documents are sent as one text. In an array, each quotation mark of their JSON would be escaped here and read again
 * by the server. No document has a control character: JSON escapes it.
 */
const SEPARATOR = '\u0001';
const NULL = '\u0002';

/** An event without words has an empty vector. A space stands for it, because an empty text is an empty list. */
export const documentList = (documents: readonly (string | null)[]): string =>
  documents.map((document) => (document ?? NULL) || ' ').join(SEPARATOR);

/** The list of a placeholder as an array of texts. */
export const arrayOfList = (placeholder: string): string =>
  `string_to_array(${placeholder}, E'\\x01', E'\\x02')`;
