/** PLOVER's sixteen event types (the successor of CAMEO), then STATEMENT and OTHER for events that fit none of these. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'STATEMENT',
  'OTHER',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
