import { DomainError } from '../shared/domain-error.js';

/**
 * A changed account takes effect only when a second person confirms it: whoever could change a payee alone
 * could have the money paid to herself. The database refuses it again.
 * @throws DomainError `roster.account-same-person`
 */
export function checkAccountConfirmation(change: {
  name: string;
  recordedBy: number;
  confirmedBy: number;
}): void {
  if (change.confirmedBy === change.recordedBy) {
    throw new DomainError('forbidden', 'roster.account-same-person', { name: change.name });
  }
}
