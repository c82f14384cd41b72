import type { EntityManager } from 'typeorm';

/** An open database transaction. A function that takes it never commits and never opens another. */
export type Tx = EntityManager;
