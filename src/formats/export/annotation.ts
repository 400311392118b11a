import type { Mention } from '../../domain/event/mention.ts';
import { articleDataUrl } from '../event/addresses.ts';
import type { TextOf } from './event-format.ts';

/**
 * A mention as a Web Annotation (W3C, 2017) on its article, with its provenance (PROV-O). Positions count code points, so
 * they need the article's text. Without the text the annotation has the quote alone.
 */
export function annotationOf(
  { id, article, quote, rule, anchor }: Mention,
  { origin, event, textOf }: { readonly origin: string; readonly event: string; readonly textOf: TextOf },
) {
  const source = { '@id': articleDataUrl(origin, article.id) };
  return {
    '@type': 'oa:Annotation',
    '@id': `${event}#${id}`,
    identifier: id,
    'oa:hasBody': { '@id': event },
    'oa:hasTarget': {
      'oa:hasSource': source,
      'oa:hasSelector': [quoteSelector(quote), ...positionSelectors(quote, textOf(article.id))],
    },
    'prov:wasDerivedFrom': source,
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      description: `read on ${anchor.date} (${anchor.basis})${rule === null ? '' : ` by the rule ${rule}`}`,
    },
  };
}

const quoteSelector = ({ exact, prefix, suffix }: Mention['quote']) => ({
  '@type': 'oa:TextQuoteSelector',
  'oa:exact': exact,
  'oa:prefix': prefix,
  'oa:suffix': suffix,
});

const positionSelectors = ({ start, end }: Mention['quote'], text: string | undefined) =>
  text === undefined
    ? []
    : [
        {
          '@type': 'oa:TextPositionSelector',
          'oa:start': { '@type': 'xsd:nonNegativeInteger', '@value': codePointsBefore(text, start) },
          'oa:end': { '@type': 'xsd:nonNegativeInteger', '@value': codePointsBefore(text, end) },
        },
      ];

/** Turns a position in UTF-16 code units into code points, the unit of the Web Annotation model (section 4.2.4). */
function codePointsBefore(text: string, position: number): number {
  let points = 0;
  for (let index = 0; index < position; index += 1) {
    const isPair = isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1));
    if (isPair && index + 1 < position) index += 1;
    points += 1;
  }
  return points;
}

const isHigh = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdb_ff;
const isLow = (unit: number): boolean => unit >= 0xdc_00 && unit <= 0xdf_ff;
