import type { XStatic } from 'typebox/schema';

const PUBLISHER = { type: ['string', 'null'], minLength: 1, maxLength: 300 } as const;
const ADDRESS = {
  type: ['string', 'null'],
  pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$',
  maxLength: 2000,
} as const;

/** The JSON Schema of an article for bulk input; `schema/article.schema.json` is this object, printed. */
export const ARTICLE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Article',
  description:
    'A news article to be read into a timeline. Files of many articles hold an array of them, an object with the one field "articles", or one a line (NDJSON). A field that is null or left out says nothing.',
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: {
    text: {
      description:
        'The article, paragraphs apart by line ends, without navigation and advertisements. All positions that are served count in it.',
      type: 'string',
      minLength: 1,
    },
    title: { description: 'The headline.', type: ['string', 'null'], minLength: 1, maxLength: 1000 },
    publisher: { description: 'The name of the paper, agency or site.', ...PUBLISHER },
    url: { description: 'The address under which it was published, http or https.', ...ADDRESS },
    publishedOn: {
      description:
        'The civil day of publication, YYYY-MM-DD, or the date and time of RFC 3339, of which the day counts as written.',
      type: ['string', 'null'],
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}.*)?$',
      maxLength: 40,
    },
    language: {
      description: 'The language of the text (BCP 47); only English is read.',
      type: ['string', 'null'],
      pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$',
    },
    basedOn: {
      description: 'The account that this article retells (schema.org isBasedOn).',
      type: ['object', 'null'],
      additionalProperties: false,
      properties: {
        publisher: { description: 'Who published that account.', ...PUBLISHER },
        url: { description: 'Where it was published, http or https.', ...ADDRESS },
      },
    },
  },
  examples: [
    {
      title: 'Ministers delay the vote',
      publisher: 'The Example Post',
      url: 'https://news.example/2021/12/vote',
      publishedOn: '2021-12-21',
      language: 'en',
      text: 'The ministers agreed on Tuesday to delay the vote until early next year.',
    },
    {
      publishedOn: '2021-12-21T23:30:00-05:00',
      basedOn: { publisher: 'The Example Post', url: null },
      text: 'A second round of talks is due in January.',
    },
  ],
} as const;

/** An article in bulk input. */
export type ArticleRecord = XStatic<typeof ARTICLE_SCHEMA>;

const { text: _, ...metadataProperties } = ARTICLE_SCHEMA.properties;

/** The article schema without the text, for sidecars and front matter. */
export const METADATA_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  properties: metadataProperties,
} as const;

export type MetadataRecord = XStatic<typeof METADATA_SCHEMA>;
