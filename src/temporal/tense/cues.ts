/** The length of the examined words before an expression: enough for "is scheduled to be held in the capital on". */
const REACH = 110;

const WILL = String.raw`will|'ll|’ll|shall`;
/** Verbs in the present that announce an appointment: "the session resumes on Monday". */
const FIXED = String.raw`(?:lasts|runs)\s+from|resumes?|begins|starts|opens|meets?|convenes|reconvenes|expires|kicks\s+off|takes\s+effect|goes\s+(?:into\s+effect|on\s+sale)`;
const UNDER_WAY = String.raw`would\s+be\s+\w+ing|(?:is|are)\s+(?:meeting|travel+ing|leaving|coming|arriving|flying|voting|returning|holding)`;
const INTENDED = String.raw`(?:is|are|was|were)\s+(?:set|expected|going)?\s*to|(?:set|plans?|planned|planning|hopes?|wants?)\s+(?:to|for)|planned\s+(?:an?|the)|(?:set|ready)\s+to`;
const CLOCK_BETWEEN = String.raw`(?:\d[\d:]*\s*(?:[ap]m)?\s+(?:[A-Z]{2,4}\s+)?|(?:noon|midnight)\s+)?`;
/** Words that put a weekday ahead of the anchor. */
const NARROW = new RegExp(
  String.raw`\b(?:${WILL}|scheduled|due|slated|${INTENDED}|as\s+(?:soon|early)\s+as|${FIXED}|${UNDER_WAY})\b[^.;:"“”]*$|\b(?:by|until|till)\s+${CLOCK_BETWEEN}$`,
  'i',
);

/** A plan of the past: "had been due to expire on", "had paid by". */
const PAST_PERFECT = /\bhad\s+(?:already\s+|not\s+)?(?!to\b)\w+[^.;:"“”]*$/i;
const PAST_PERFECT_AFTER = /^\w*,\s+\w+\s+had\b/;
/** A past verb right before the expression takes the date: "…, the envoy told reporters on". */
const REPORTED_HERE =
  /\b(?!scheduled|planned|expected|slated|delayed|postponed|moved|needed)(?:\w{2,}ed|said|told|met|spoke|wrote|began|held|gave|came|went|took|made|left|saw)(?:\s+(?:reporters|journalists|lawmakers|in\s+\w+|here|late|early))?(?:\s+on)?\s+$/i;
const LAST_SAYING =
  /^.*\b(?:said|says|told|announced|stated|warned|added|confirmed|reported|declared|predicted|noted|claimed|spoke|met)\b/is;

/** Verbs of deciding, which point ahead together with "to": "agreed to". */
const DECIDED = 'agreed|decided|voted|promised|vowed|pledged|offered|asked|ordered|threatened|wanted';
const PAST =
  'said|told|began|held|gave|came|went|took|made|left|saw|won|lost|fell|rose|met|paid|sold|bought|brought|became|got|cut|ran|sent';
/** Words that point ahead for months and quarters, and verbs that point back. */
const LEANINGS = new RegExp(
  String.raw`\b(?:(?<ahead>${WILL}|would|scheduled|due|expected|expects?|plans?|planned|set|slated|hopes?|going|intends?|is|are|aims?|(?:${DECIDED})\s+to|(?:by|until|till|effective|beginning|starting)\s+$)|(?<back>(?<!\b(?:be|an?|the|still|its|his|her|their)\s)(?!(?:suc|pro|ex)ceed|indeed|speed|hundred)\w{3,}ed|${PAST}))(?!\w)`,
  'gi',
);

/** Abbreviations, whose full stops end no sentence: "a.m.", "U.S.", "Gen.", "Daniel P. Davison". */
const ABBREVIATION =
  /\b(?:(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|St|Sgt|Adm|Prof|Rev|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.)/g;

/**
 * The part of the sentence before a position, at most `REACH` characters. Closed quotations are left out: their verbs are the
 * speaker's, not the sentence's.
 */
function clauseBefore(text: string, start: number): string {
  const window = text
    .slice(Math.max(0, start - REACH), start)
    .replace(ABBREVIATION, (name) => name.replaceAll('.', ''));
  const sentence = window.slice(Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n\n')) + 1);
  return sentence.replace(/[“"][^”"]*[”"]/g, ' ');
}

/**
 * Whether a narrow cue ("will", "scheduled", "due", "by") points ahead: "will meet on Friday". A verb of saying after the
 * cue takes the date.
 */
export function pointsForward(text: string, start: number): boolean {
  const clause = clauseBefore(text, start);
  if (REPORTED_HERE.test(clause) || PAST_PERFECT_AFTER.test(text.slice(start, start + 40))) return false;
  const said = clause.replace(LAST_SAYING, '');
  return NARROW.test(said) && !PAST_PERFECT.test(said);
}

/** Whether the last leaning word of the clause points ahead: "expects a profit in the fourth quarter". */
export function leansForward(text: string, start: number): boolean {
  const last = [...clauseBefore(text, start).matchAll(LEANINGS)].at(-1);
  return last?.groups?.['ahead'] !== undefined;
}
