import { copied, type JsonShape, shaped } from './json-shape.ts';

/**
 * What REST and exports tell of an event, as a shape of its document: what `eventJson` writes, which a test holds equal.
 * Objects that are told whole are copied whole.
 */
export const SERVED_EVENT: JsonShape = [
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
