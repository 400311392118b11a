/** Closed classes of English words for clause finding. */

/** Words that open an adverbial clause where a verb with its own subject follows. */
export const SUBORDINATORS: ReadonlySet<string> = new Set(
  'after before as when while because since if unless until although though whereas where once should'.split(
    ' ',
  ),
);

/** Verbs of saying with an object, not a clause: "released two documents". */
export const NOT_CLAUSAL: ReadonlySet<string> = new Set(
  'address answer brief call comment describe express issue mention outline post publish quote release speak urge voice'.split(
    ' ',
  ),
);

/** Verbs before a clause, whose past form is never a participle: "said the bridge over the Elbe *closed*". */
export const CLAUSE_ONLY: ReadonlySet<string> = new Set('say think believe hope insist argue'.split(' '));

/** Other verbs before a clause without "that". */
export const CLAUSAL: ReadonlySet<string> = new Set('show feel know mean fear prove'.split(' '));

/** Verbs with the addressee before the content: "told reporters the talks had ended". */
export const ADDRESSEE_FIRST: ReadonlySet<string> = new Set(
  'tell inform assure remind notify promise warn'.split(' '),
);

/** Words that open the content of saying, asking or knowing. */
export const COMPLEMENTIZERS: ReadonlySet<string> = new Set('that what how whether why'.split(' '));

export const RELATIVES: ReadonlySet<string> = new Set('which who whom whose'.split(' '));

/** Verb forms used as prepositions in news: "According to", "Following Putin's comments". */
export const PREPOSITIONS_IN_ING: ReadonlySet<string> = new Set(
  'according regarding concerning including following excluding pending barring'.split(' '),
);

/** Past forms that are never participles. They always make a clause. */
export const PAST_ONLY: ReadonlySet<string> = new Set(
  'arose ate became began bit blew broke came chose drank drew drove fell flew forbade forgot forgave froze gave grew hid knew lay mistook overthrew ran rang rode rose sang sank saw shook shrank spoke stole swam swore threw took tore undertook went withdrew woke wore wrote did was were'.split(
    ' ',
  ),
);

/** Past forms of verbs without an object, and so without a passive: "the rate for men *declined*". */
export const INTRANSITIVE: ReadonlySet<string> = new Set(
  'appeared arrived belonged coincided collapsed declined depended died disappeared emerged erupted existed happened lasted occurred persisted remained resigned vanished'.split(
    ' ',
  ),
);

/** Participles that are never a past tense. Alone they never make a clause. */
export const PARTICIPLE_ONLY: ReadonlySet<string> = new Set(
  'been begun bitten blown broken chosen done drawn driven drunk eaten fallen flown forbidden forgotten frozen given gone grown hidden known lain ridden risen rung sung sunk seen shaken spoken stolen sworn swum taken thrown torn undertaken withdrawn woken worn written'.split(
    ' ',
  ),
);

export const NOMINATIVE: ReadonlySet<string> = new Set('i he she it we they you'.split(' '));

/** The writer's adverbs between commas, which belong to no clause. */
export const PARENTHETICAL: ReadonlySet<string> = new Set(
  'however meanwhile moreover furthermore therefore nevertheless nonetheless additionally instead also then besides consequently'.split(
    ' ',
  ),
);

/** Prepositions before the name of a place. */
export const LOCATIVE: ReadonlySet<string> = new Set(
  'in at near inside outside across around throughout into toward towards along beyond within'.split(' '),
);

/** Prepositions before the topic of an act, which is neither an actor nor a place. */
export const TOPIC: ReadonlySet<string> = new Set('over about regarding concerning amid'.split(' '));

/** Quotation marks that only open, marks that only close, and the mark that does either. */
export const OPENING_QUOTES: ReadonlySet<string> = new Set(['“', '«', '„', '``']);
export const CLOSING_QUOTES: ReadonlySet<string> = new Set(['”', '»', "''"]);
export const STRAIGHT_QUOTE = '"';

/** Verbs of motion: a city after their "to" is a destination, not an actor. */
export const MOTION: ReadonlySet<string> = new Set(
  'arrive come deploy fly go head move return send sail travel visit withdraw'.split(' '),
);

/** Nouns for happenings that have no type of their own among the patterns. */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  'accident avalanche ballot blackout blast campaign celebration ceremony collapse concert congress crash crisis cyclone death derailment disaster dissolution drought earthquake eclipse election eruption evacuation expansion explosion fall festival fire flight flood funeral hearing hurricane inauguration incident independence intervention landing landslide launch match merger mission murder operation outage outbreak parade plebiscite poll premiere primary race referendum reform revolution rise robbery scandal shutdown slaying storm takeover theft tour tournament trial trip tsunami unification verdict vote voyage wedding'.split(
    ' ',
  ),
);

/** Verbs that say no more than that their subject happens. */
export const HAPPENING: ReadonlySet<string> = new Set(
  'begin be cancel come conclude continue delay end expect follow go happen hold last occur open plan postpone resume schedule set start take'.split(
    ' ',
  ),
);

/** Accounting periods: "the quarter ended Sept. 30". */
export const FISCAL_NOUNS: ReadonlySet<string> = new Set(
  'quarter year period months month weeks week half days'.split(' '),
);
