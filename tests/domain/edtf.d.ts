declare module 'edtf' {
  /** Reads an EDTF string of level 0–2; `min` and `max` are instants in milliseconds. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
