declare const brand: unique symbol;

/** A type that only its own constructor makes: an `ArticleId` is no `EventId`, though both are strings. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
