import { invariant } from '../../core/shared/invariant.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { addKeyTo, readKeysNow } from './field-key-file.js';
import type { FieldKeys } from './field-keys.js';

/** Where the keys of this installation are: in its environment, or in the file of the embedded database. */
export class FieldKeyStore {
  /** @param folder of the file; undefined: the keys are in the environment, and only people change them */
  constructor(private readonly folder: string | undefined) {}

  /** Reads the file again: another process may have added a key. Undefined without a file. @throws DomainError */
  reread(): FieldKeys | undefined {
    return this.folder === undefined ? undefined : readKeysNow(this.folder);
  }

  /**
   * Puts a new key before the others, and answers all. Not twice at once: hold a lock that other processes know.
   *
   * @throws DomainError `vault.keys-in-environment`
   */
  async add(): Promise<FieldKeys> {
    if (this.folder === undefined) throw new DomainError('conflict', 'vault.keys-in-environment', {});
    await addKeyTo(this.folder);
    const keys = this.reread();
    invariant(keys !== undefined, 'a file that was written can be read');
    return keys;
  }
}
