import type { Timeline } from '../../../src/timeline/timeline.ts';

/** Reads of events as text that fail as long as a test wants them to, as when the disk is gone. */
export const textsFailingWhile = (
  timeline: Timeline,
  isFailing: () => boolean,
): Pick<Timeline, 'asJson'> => ({
  asJson: (shape) => {
    const texts = timeline.asJson(shape);
    const fail = async () => {
      throw new Error('the disk is gone');
    };
    return {
      getEvent: (id) => (isFailing() ? fail() : texts.getEvent(id)),
      listEvents: (query) => (isFailing() ? fail() : texts.listEvents(query)),
    };
  },
});
