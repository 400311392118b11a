/** The kind of a passage of a text. */
export type PassageKind =
  | 'ARTICLE'
  | 'CAPTION'
  | 'CREDIT'
  | 'HEADING'
  | 'DATELINE'
  | 'BYLINE'
  | 'LINK'
  | 'BUTTON'
  | 'COPYRIGHT'
  | 'PUBLISHED'
  | 'NOTICE'
  | 'ROW'
  | 'APPEAL';

interface LineRule {
  readonly kind: PassageKind;
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Lines recognized by their form, without white space at their ends. The first matching rule decides. */
export const LINE_RULES: readonly LineRule[] = [
  {
    kind: 'LINK',
    pattern:
      /^(?:link|links|tags?|source|url|via|keywords|topics|related(?: (?:articles?|stories|news))?)\s*:/iu,
    reason: 'a labelled link or tag line',
  },
  { kind: 'LINK', pattern: /^<?https?:\/\/\S+>?$/iu, reason: 'an address alone' },
  {
    kind: 'LINK',
    pattern:
      /^[[(]?(?:read (?:more|also|next|the full)|see also|also read|more on this|watch|listen|follow us|click here)\b.{0,140}$/iu,
    reason: 'points to another page',
  },
  { kind: 'HEADING', pattern: /^#{1,6} /u, reason: 'a heading' },
  { kind: 'CREDIT', pattern: /^!\[.*\]\(.*\)$/u, reason: 'a picture' },
  {
    kind: 'CREDIT',
    pattern: /^(?:photo|image|picture|credit|photograph|file photo)(?: credit| by)?\s*[:/]\s*.{1,120}$/iu,
    reason: 'names the source of a picture',
  },
  {
    kind: 'COPYRIGHT',
    pattern: /^(?:©|\(c\) ?\d|copyright\b)|\ball rights reserved\b/iu,
    reason: 'a copyright line',
  },
  { kind: 'BYLINE', pattern: /^By (?:\p{Lu}[\p{L}.'’-]*|and|,| |of|the|in)+$/u, reason: 'names the writer' },
  {
    kind: 'BYLINE',
    pattern:
      /^\(?(?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated) by\b.{0,200}$/iu,
    reason: 'names the writers and editors',
  },
  {
    kind: 'PUBLISHED',
    pattern:
      /^(?:first )?(?:published|updated|last updated|last modified|posted|modified)(?: on| at)?\s*:?\s.{0,60}\d.{0,40}$/iu,
    reason: 'says when the text was published',
  },
  {
    kind: 'PUBLISHED',
    pattern:
      /^[([]?(?:this|the) (?:story|article|report|post|page|piece|headline|live ?blog) (?:was|has been|is being|will be) (?:(?:first|originally|last) )?(?:published|posted|updated|corrected|amended|edited|revised|clarified)\b/iu,
    reason: 'says when the text was changed',
  },
  {
    kind: 'PUBLISHED',
    pattern: /^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s[A-Z]{2,4})?$/iu,
    reason: 'a time of day alone',
  },
  {
    kind: 'NOTICE',
    pattern: /^[([]?(?:editor(?:['’]?s|s['’])? note|correction|clarification)s?\s*[:—–-]/iu,
    reason: 'a note of the editors',
  },
  {
    kind: 'NOTICE',
    pattern:
      /^(?:opening (?:hours|times)|(?:box office )?hours|open(?: daily)?)\s*:?\s+(?:from )?(?:mon|tue|wed|thu|fri|sat|sun|daily\b|\d)/iu,
    reason: 'hours of opening',
  },
  { kind: 'CREDIT', pattern: /^[—–-]{1,2}\s?[^\n]{1,80}\(@\w{1,30}\)/u, reason: 'signs a post' },
  { kind: 'CAPTION', pattern: /^FILE(?: PHOTO)?\s*[:—–-]/u, reason: 'an old picture' },
  { kind: 'ROW', pattern: /\|[^|]*\||\t[^\t]*\t/u, reason: 'a row of a table' },
  {
    kind: 'BUTTON',
    pattern:
      /^(?:remind me later|not now|no,? thanks|share(?: this)?|tweet|print|comments?|advertisement|loading|sign (?:in|up)|log in|subscribe(?: now)?|back to top|continue reading|show more|close)[.!…]*$/iu,
    reason: 'a control of a web page',
  },
];

/** The first lines of appeals. Near the end of a text everything after such a line belongs to the appeal. */
export const RESTING_RULES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^(?:a|an) (?:message|appeal|note|word) (?:from|to)\b.{0,80}:?$/iu,
    reason: 'a message from the publisher',
  },
  { pattern: /^dear (?:readers?|friends?|supporters?|subscribers?)\b/iu, reason: 'addresses the readers' },
  {
    pattern:
      /^(?:please )?(?:support (?:us|our|independent)|help us|donate|make a (?:donation|contribution)|become a (?:member|supporter|subscriber)|sign up (?:for|to)|subscribe (?:to|for)|join our)\b/iu,
    reason: 'asks for support',
  },
];

/** The credit of a picture in or after its caption. */
export const PHOTO_CREDIT =
  /[([](?:(?:file )?(?:photo|image|picture|photograph)s?\b[^)\]]*|[^)\]]{0,60}\b(?:Photo|Getty Images|via AP|Pool)\b[^)\]]*|credit:[^)\]]*)[)\]]\s*$/iu;

/** The signature of a quoted post in the same line: "We won. — Ana Souza (@anasouza) May 3, 2024". */
export const POST_SIGNATURE = /(?:^|\s|(?<=\w))[—–]\s?[^—–\n]{1,80}\(@\w{1,30}\)[^\n]{0,30}$/u;

/**
 * The place of an agency's report at the start of its text, or the agency alone: "CANBERRA, Australia (AP) _ ", "MOSCOW, Dec 21
 * (Interfax) — ", "(Reuters) - ", "Orda (Norland) (AFP) - ".
 */
export const PLACE_LINE =
  /^\s*(?:\p{Lu}[\p{Lu}' .-]{2,30}(?:, [\p{L}. ]{2,30})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\((?!\d)[^()]{1,30}\))?|\p{Lu}[\p{L}\p{M}' .-]{2,30}(?:, [\p{L}. ]{2,30}| \([\p{L} ]{2,30}\))? \((?:\p{Lu}{2,6}|Reuters|Xinhua)\)|\(\p{Lu}[^()\d]{1,30}\)) ?(?:--|[_—–|-]|(?<=\)):) ?(?=\S|$)/u;

/**
 * The place at the start of a report, in square brackets or before a colon: "[NEW ORDA] The court …", "New Orda/Lumo: The court …".
 * Speakers say "I" and "we", or are quoted.
 */
export const FIRST_PLACE =
  /^\s*(?:\[\p{Lu}[\p{L}\p{M}' ,./-]{2,30}\] ?(?=\p{Lu}\p{L}* \p{L})|\p{Lu}[\p{L}\p{M}'.-]+(?: \p{Lu}[\p{L}\p{M}'.-]+){0,2}(?:\/\p{Lu}[\p{L}\p{M}' .-]{2,20})?(?:, \p{Lu}[\p{L} ]{2,20})?: (?=(?!(?:He|I|She|We)\b)\p{Lu}.{60,}[.!?”"]\s*$))/u;

/** Words typical of appeals. */
export const APPEAL_WORDS: readonly RegExp[] = [
  /\bsupport (?:us|our|independent|the)\b|\byour support\b|\bsupporting (?:us|our|the|independent)\b/iu,
  /\b(?:contribution|donation|donate|membership|subscription|subscribe|newsletter)s?\b/iu,
  /[$€£]\d+|\bmonthly\b|\bone-off\b/iu,
  /\b(?:independent|quality|fearless) (?:journalism|reporting)\b/iu,
  /\bsign up\b|\binbox\b|\bapp store\b|\bfollow us\b/iu,
  /\bthank you\b|\bevery contribution\b|\bhowever small\b|\bno matter how small\b|\bwe need your help\b/iu,
];
