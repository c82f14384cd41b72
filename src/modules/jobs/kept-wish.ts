import { purposes } from '../../core/privacy/purposes.js';
import type { FieldVault } from '../../platform/secrets/field-vault.js';
import type { JobOrigin } from './job.js';

/** What was asked, and from where; undefined for a job of a version that did not keep that. */
export interface KeptWish {
  readonly wish: unknown;
  readonly from: JobOrigin | undefined;
}

/** @throws DomainError `vault.*` */
export function openWish(vault: FieldVault, sealed: Buffer): KeptWish {
  const kept = JSON.parse(vault.open(purposes.jobWish, sealed)) as object;
  // Until jobs kept where they were asked from, the wish stood there alone.
  return 'wish' in kept && 'from' in kept ? (kept as KeptWish) : { wish: kept, from: undefined };
}
