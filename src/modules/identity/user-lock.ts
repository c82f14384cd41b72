import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';

/** Lets one change of somebody's access happen at a time: a sign-in and her deactivation do not pass each other. */
export async function lockUser(tx: Tx, userId: number): Promise<void> {
  await lockFor(tx, `identity/user/${String(userId)}`);
}
