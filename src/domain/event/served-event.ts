import { copied, type JsonShape, shaped } from '../query/json-shape.ts';

const DATE = ['edtf', 'earliest', 'latest', 'precision', 'role'] as const;
const ACTORS = shaped('actors', copied('id', 'name', 'role'));

/**
 * What REST and exports tell of an event, as a shape of its document: what `eventJson` writes, which a test holds equal.
 * Every object in it is named down to its last field, so that texts of this shape are laid out alike.
 */
export const SERVED_EVENT: JsonShape = [
  ...copied('id', 'revision', 'title'),
  shaped('date', copied(...DATE, 'display')),
  ...copied('type', 'modality'),
  ACTORS,
  shaped('places', copied('id', 'name')),
  ...copied('confidence', 'sourceCount'),
  shaped('conflicts', [...copied('field'), shaped('sides', copied('says', 'mentions'))]),
  shaped('mentions', [
    ...copied('id'),
    shaped('article', copied('id', 'file', 'title', 'publisher', 'url', 'publishedOn')),
    shaped('quote', copied('exact', 'start', 'end')),
    shaped('timex', copied('text', 'start', 'end', 'type', 'value', 'mod')),
    shaped('date', copied(...DATE)),
    shaped('anchor', copied('date', 'basis')),
    ...copied('rule', 'datedBy', 'type', 'typePattern'),
    ACTORS,
    ...copied('modality', 'confidence'),
  ]),
];
