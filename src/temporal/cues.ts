/** How far back a clause may reach: enough for "is scheduled to be held in the capital on", short enough to stay cheap. */
const REACH = 110;

/** Words that put a weekday ahead of the anchor. */
const NARROW =
  /\b(?:will|'ll|’ll|shall|scheduled|due|slated|(?:is|are|was|were)\s+(?:set|expected|going)?\s*to|(?:set|plans?|planned|planning|hopes?|wants?)\s+(?:to|for)|planned\s+(?:an?|the)|as\s+(?:soon|early)\s+as|resumes?|(?:begins|starts|opens|convenes|reconvenes|expires|kicks\s+off|meets?|would\s+be\s+\w+ing|(?:is|are)\s+(?:meeting|travel+ing|leaving|coming|arriving|flying|voting|returning|holding)|takes\s+effect|goes\s+(?:into\s+effect|on\s+sale))|(?:set|ready)\s+to)\b[^.;:"“”]*$|\b(?:by|until|till)\s+(?:\d[\d:]*\s*(?:[ap]m)?\s+(?:[A-Z]{2,4}\s+)?|(?:noon|midnight)\s+)?$/i;
/** What was to be, seen from a past that is over: "had been due to expire on", "had paid by". */
const PAST_PERFECT = /\bhad\s+(?:already\s+|not\s+)?(?!to\b)\w+[^.;:"“”]*$/i;
const PAST_PERFECT_AFTER = /^\w*,\s+\w+\s+had\b/;
/** Words that leave open a month or a quarter that is still to come. */
const WIDE =
  /\b(?:will|'ll|’ll|shall|would|scheduled|due|expected|expects?|plans?|planned|set|slated|hopes?|going|intends?|is|are|aims?)\b[^.;:"“”]*$|\b(?:by|until|till|effective|beginning|starting)\s+$/i;
/** A past verb right before the expression tells when it happened: "…, the envoy told reporters on". */
const REPORTED_HERE =
  /\b(?!scheduled|planned|expected|slated|delayed|postponed|moved|needed)(?:\w{2,}ed|said|told|met|spoke|wrote|began|held|gave|came|went|took|made|left|saw)(?:\s+(?:reporters|journalists|lawmakers|in\s+\w+|here|late|early))?(?:\s+on)?\s+$/i;
const LAST_SAYING =
  /^.*\b(?:said|says|told|announced|stated|warned|added|confirmed|reported|declared|predicted|noted|claimed|spoke|met)\b/is;

/** A full stop that ends no sentence: "a.m.", "U.S.", "Gen.". */
const ABBREVIATION =
  /\b(?:(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|St|Sgt|Adm|Prof|Rev|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)/g;

/**
 * The part of the sentence before a position, at most `REACH` characters. Quoted words are taken out where the position stands
 * outside the quotation: their verbs are the speaker's, not the sentence's.
 */
function clauseBefore(text: string, start: number): string {
  const window = text.slice(Math.max(0, start - REACH), start).replace(ABBREVIATION, (name) => name.replaceAll('.', ''));
  const sentence = window.slice(Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n\n')) + 1);
  return sentence.replace(/[“"][^”"]*[”"]/g, ' ');
}

/** Whether narrow cues ("will", "scheduled", "due", "by") put a weekday into the future, with no verb of saying after them. */
export function pointsForward(text: string, start: number): boolean {
  const clause = clauseBefore(text, start);
  if (REPORTED_HERE.test(clause) || PAST_PERFECT_AFTER.test(text.slice(start, start + 40))) return false;
  const said = clause.replace(LAST_SAYING, '');
  return NARROW.test(said) && !PAST_PERFECT.test(said);
}

/** Whether the clause leaves room for what is still to come, by wider cues. */
export const leansForward = (text: string, start: number): boolean => WIDE.test(clauseBefore(text, start));
