import { copied, type JsonShape, shaped } from '../domain/json-shape.ts';

/**
 * What `eventJson` tells of an event, as a shape of its stored document. Objects that it tells whole are copied whole; a
 * test holds the two equal.
 */
export const EVENT_SHAPE: JsonShape = [
  ...copied('id', 'revision', 'title', 'date', 'type', 'modality', 'actors', 'places'),
  ...copied('confidence', 'sourceCount', 'conflicts'),
  shaped('mentions', [
    ...copied('id', 'article'),
    shaped('quote', copied('exact', 'start', 'end')),
    ...copied('timex'),
    shaped('date', copied('edtf', 'earliest', 'latest', 'precision', 'role')),
    ...copied('anchor', 'rule', 'datedBy', 'type', 'typePattern', 'actors', 'modality', 'confidence'),
  ]),
];
