/**
 * The JSON of an event as a version of it has it, for a row `v` of `event_versions`: its own fields and then its mentions,
 * letter for letter as it was served then. Null for a tombstone.
 */
export const WHOLE_VERSION = `
  substr(v.document, 1, length(v.document) - 1) || ',"mentions":[' || coalesce((
    SELECT group_concat(m.document, ',' ORDER BY j.key)
    FROM json_each(v.mentions) j CROSS JOIN mention_versions m ON m.version_key = j.value), '') || ']}'`;
