/**
 * The version of all rules, lexicons and models that turn a text into mentions. It is raised when any of them
 * reads a text differently.
 */
export const RULE_SET = '2026.24';
