/** Ids of what stands in the library of these tests, by the name of the field that asks for them. */
export type KnownIds = Readonly<Record<string, string>>;
