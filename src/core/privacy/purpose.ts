/** What a sealed value is for, mostly `table.column`. A value that is moved to another place does not open there. */
export type Purpose = `${string}.${string}`;
