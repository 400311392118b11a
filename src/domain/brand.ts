declare const brand: unique symbol;

/** A value that only its own constructor makes, so that an article's id is never taken for an event's. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
