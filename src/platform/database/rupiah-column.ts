import type { ValueTransformer } from 'typeorm';

/** An int8 column that holds money: bigint in the program. TypeORM hands it over as text. */
export const rupiahColumn: ValueTransformer = {
  from: (stored: string | bigint | null): bigint | null => (stored === null ? null : BigInt(stored)),
  to: (amount: bigint | null): string | null => (amount === null ? null : amount.toString()),
};
