/** A suffix of `/v1/events/{id}/cite`, without the dot: a line for people, a BibTeX entry, CSL-JSON. */
export const CITATION_FORMATS = ['txt', 'bib', 'csl.json'] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Those of BibTeX and CSL-JSON are the ones that DOI registrars negotiate by. */
export const CITATION_MEDIA_TYPES: Readonly<Record<CitationFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  'csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
};
