/**
 * Tables that name a kader but are no part of the pack of her data, each with the reason. Every other table that names
 * one is a section of the pack: `test/migrations/data-pack-tables.spec.ts` holds both lists against the schema.
 */
export const outsideTheDataPack: Readonly<Record<string, string>> = {};
