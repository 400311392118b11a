import type { Mention } from '../domain/event/mention.ts';
import { codePointsBefore } from './code-points.ts';
import type { TextOf } from './event-format.ts';

/**
 * A mention as a Web Annotation (W3C, 2017) on its article, with its provenance (PROV-O). Where the article's text is not
 * at hand there is the quote alone, for positions in code points need the text before them.
 */
export function annotationOf(
  { id, article, quote, rule, anchor }: Mention,
  { origin, event, textOf }: { readonly origin: string; readonly event: string; readonly textOf: TextOf },
) {
  const source = { '@id': `${origin}/v1/articles/${article.id}` };
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
