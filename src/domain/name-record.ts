/** The names under which a filter finds an actor or a place. */
export interface NameRecord<Id> {
  readonly id: Id;
  readonly name: string;
  readonly aliases: readonly string[];
}
