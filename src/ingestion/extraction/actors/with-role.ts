import type { Actor, Participant, ParticipantRole } from '../../../domain/event/mention.ts';

/** Some actors as taking part in one role. */
export const withRole = (actors: readonly Actor[], role: ParticipantRole): readonly Participant[] =>
  actors.map((actor) => ({ ...actor, role }));
