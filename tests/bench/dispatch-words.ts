type Choices = readonly [string, ...string[]];

/** Syllables of made-up names. */
export const NAME_STARTS: Choices = [
  'Ar',
  'Bel',
  'Cor',
  'Dan',
  'El',
  'Fen',
  'Gar',
  'Hol',
  'Im',
  'Jor',
  'Kal',
  'Lin',
  'Mar',
  'Nor',
  'Or',
  'Pel',
  'Quil',
  'Ros',
  'Sal',
  'Tor',
  'Ul',
  'Var',
  'Wil',
  'Yar',
  'Zan',
];
export const NAME_ENDS: Choices = [
  'a',
  'burg',
  'dal',
  'en',
  'ford',
  'gard',
  'holm',
  'ia',
  'mont',
  'o',
  'sen',
  'ton',
  'vik',
  'wick',
];

/** What dispatches tell, each with a time expression that dates it. */
export const ACTS: Choices = [
  '{person} said on Tuesday that {company} would close the {thing} works in {place}.',
  'Police in {place} arrested {count} people on Monday after a march for {thing} against {company}.',
  '{company} agreed last week to sell its {thing} harbour in {place} to {person}.',
  'A fire killed {count} workers at a {thing} plant of {company} in {place} on Sunday.',
  '{person} met the mayor of {place} yesterday to discuss the {thing} of {company}.',
  '{company} will open a {thing} school for {count} pupils in {place} next month.',
  'The court of {place} sentenced {person} to {count} months in prison over {thing} on Friday.',
  '{person} accused {company} on Wednesday of {thing} and of poisoning the river at {place}.',
  'Villagers of {place} blocked the road to the {thing} mine of {company} earlier this month.',
  '{company} was founded for {thing} by {person} in {year} in {place}.',
];

/** Sentences that date nothing. */
export const FILLERS: Choices = [
  'Nobody at the town hall wanted to comment on the matter, and the owners did not answer a letter from this paper.',
  'The roads are bad, the winters are long, and most of the young leave for the coast as soon as they can.',
  'An engineer who knows the site well called the plans sound but dear, and asked who would pay for them in the end.',
  'Shopkeepers fear for their trade, while others hope that the quarrel will at last bring better pay to the valley.',
  'The union has its own view of the figures, which it finds neither honest nor complete.',
  'It is not the first quarrel of this kind, and few believe that it will be the last.',
];
