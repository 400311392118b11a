/** The version of everything that turns a text into mentions: rules, lexicons, models. Raised when any of them reads a text differently. */
export const RULE_SET = '2026.14';
