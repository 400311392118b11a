import { words } from './class-words.ts';
import type { Annotation } from './read-gold.ts';

/** A kind of expression. The first kind whose pattern fits the words, in lower case with single spaces, is theirs. */
type Class = readonly [name: string, words: RegExp];

const DATES: readonly Class[] = [
  [
    'holiday',
    words(
      String.raw`christmas|new year'?s|thanksgiving|easter|passover|ramadan|halloween|hanukkah|(?:independence|memorial|labor|columbus|veterans|boxing|may|valentine's|mother's|election|inauguration) day|\bd-day|good friday`,
    ),
  ],
  [
    'clock time',
    words(
      String.raw`\d[:.]\d\d\b|\b\d+ ?[ap]\.?m\b|o'clock|\b(?:noon|midnight)\b|\b(?:gmt|utc|est|edt|cet)\b`,
    ),
  ],
  [
    'full date',
    words(String.raw`MONTH ?DAY_NUMBER,? (?:of )?YEAR|DAY_NUMBER(?: of)? MONTH,? YEAR|\b\d+[-/]\d+[-/]\d+\b`),
  ],
  ['month and day', words(String.raw`MONTH ?DAY_NUMBER|DAY_NUMBER (?:of )?MONTH|^the DAY_NUMBER$`)],
  ['month and year', words('MONTH,? (?:of )?(?:the )?(?:YEAR|(?:last|this|next|that) year)')],
  [
    'last, this, next MONTH',
    words(String.raw`\b(?:last|this|next|past|coming|previous|following|that) (?:\w+ )?MONTH`),
  ],
  ['part of a month by name', words('STAGE.* ?MONTH|mid-?MONTH')],
  ['month alone', words('MONTH$')],
  ['weekday and part of day', words('WEEKDAY.*PART_OF_DAY|PART_OF_DAY.*WEEKDAY')],
  [
    'last, this, next WEEKDAY',
    words(String.raw`\b(?:last|this|next|past|coming|previous|following|that) WEEKDAY`),
  ],
  ['weekday alone', words('^(?:on )?WEEKDAY$')],
  ['weekday with more', words('WEEKDAY')],
  ['yesterday, tomorrow', words(String.raw`\b(?:yesterday|tomorrow)\b`)],
  ['part of day', words('PART_OF_DAY')],
  ['today', words(String.raw`\btoday\b|^th(?:is|e same|at) (?:very )?day$`)],
  ['fiscal or half year', words(String.raw`\bfiscal\b|\bhal(?:f|ves)\b|\bsemester`)],
  ['quarter', words(String.raw`\bquarters?\b|\bq[1-4]\b`)],
  [
    'units ago, earlier',
    words(String.raw`\b(?:ago|earlier|before|previously|prior to)$|\byear-(?:ago|earlier)\b`),
  ],
  ['units later', words(String.raw`\b(?:later|after|afterwards|from now|hence)$|^(?:in|within) NUMBER`)],
  ['season', words('SEASON')],
  [
    'decade',
    words(String.raw`\d0'?s\b|\bdecades?\b|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b`),
  ],
  ['century, era', words(String.raw`\bcentur|\b(?:b\.?c|a\.?d|b\.?c\.?e)\b|\bera\b`)],
  ['part of a unit', words('STAGE.*UNIT|mid-?UNIT')],
  ['last UNIT', words(String.raw`\b(?:last|past|previous|prior|preceding|recent|latest)\b.*UNIT`)],
  ['next UNIT', words(String.raw`\b(?:next|coming|following|upcoming|ensuing)\b.*UNIT`)],
  ['this, that, the UNIT', words(String.raw`\b(?:this|that|the|same|current|these|those)\b.*UNIT`)],
  ['year alone', words(String.raw`^(?:the year )?(?:of )?(?:YEAR|'\d\d)$`)],
  ['part of a year', words('STAGE.*YEAR|mid-?YEAR')],
  ['year with more', words('YEAR')],
  ['year in words', words(String.raw`\b(?:eighteen|nineteen|twenty)[ -]\w+|\btwo thousand\b`)],
  ['unit alone', words('^(?:NUMBER )?UNIT$')],
  ['number alone', /^\d{1,3}$/],
  ['other date or time', /(?:)/],
];

const DURATIONS: readonly Class[] = [
  [
    'duration: last, next N units',
    words(String.raw`\b(?:last|past|previous|recent|latest|next|coming|following|first|final)\b`),
  ],
  [
    'duration: vague count',
    words(String.raw`\b(?:several|few|many|some|couple|dozens|hundreds|thousands|scores)\b`),
  ],
  [
    'duration: about, more than N units',
    words(
      String.raw`\b(?:about|around|nearly|almost|roughly|approximately|more|less|fewer|over|under|up to|at least|at most|only|just)\b`,
    ),
  ],
  ['duration: N-unit as adjective', words('-UNIT|-old')],
  ['duration: N units', words('NUMBER.*UNIT')],
  ['duration: unit without a number', words('UNIT')],
  ['duration: other', /(?:)/],
];

const SETS: readonly Class[] = [
  ['set: each, every UNIT', words(String.raw`\b(?:each|every|all)\b`)],
  ['set: adverb', words(String.raw`(?:dai|hour|night|week|month|quarter|year|annual)ly\b`)],
  ['set: per UNIT', words(String.raw`\b(?:an?|per)\b`)],
  ['set: other', /(?:)/],
];

const REFERENCE = /^(PAST|PRESENT|FUTURE)_REF$/;

const CLASSES = { DATE: DATES, TIME: DATES, DURATION: DURATIONS, SET: SETS };

/** The class of an annotation by its type and words: "last Tuesday" → `last, this, next WEEKDAY`. For "now" and the like the value decides. */
export function classOf({ type, text, value }: Annotation): string {
  const tense = REFERENCE.exec(value ?? '')?.[1];
  if (tense !== undefined) return `vague ${tense.toLowerCase()}`;
  const squeezed = text.toLowerCase().replace(/\s+/g, ' ').trim();
  return CLASSES[type].find(([, pattern]) => pattern.test(squeezed))?.[0] ?? 'other';
}
