import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** Somebody came in with this browser. */
interface KnownDevice {
  readonly username: string;
  /** Of this browser and this person alone. */
  readonly device: string;
  readonly until: number;
}

/** How long a browser is remembered in which nobody came in again. */
export const DEVICE_DAYS = 90;
const DAY_MS = 86_400_000;
// An office computer has several users; more than these would only make the cookie longer.
const PEOPLE_MAX = 5;
const DEVICE_BYTES = 9;

/**
 * Browsers that people came in with before. It is sealed and left with the browser, so that nothing is stored, and opens no
 * door: a browser that is known is counted for itself, whatever strangers do to the name meanwhile.
 */
@Injectable()
export class KnownDevicesService {
  constructor(
    private readonly vault: FieldVault,
    private readonly clock: Clock,
  ) {}

  /** Undefined when nobody of this name came in with the browser. */
  deviceOf(sealed: string | undefined, username: string): string | undefined {
    return this.opened(sealed).find((known) => known.username === username)?.device;
  }

  /** What the browser is to keep from now on: this name came in with it. */
  remember(sealed: string | undefined, username: string): string {
    const known = this.opened(sealed);
    const device =
      known.find((each) => each.username === username)?.device ??
      randomBytes(DEVICE_BYTES).toString('base64url');
    const others = known.filter((each) => each.username !== username).slice(0, PEOPLE_MAX - 1);
    const until = this.clock.now().getTime() + DEVICE_DAYS * DAY_MS;
    const kept: readonly KnownDevice[] = [{ username, device, until }, ...others];
    return this.vault.seal(purposes.device, JSON.stringify(kept)).toString('base64url');
  }

  private opened(sealed: string | undefined): readonly KnownDevice[] {
    if (sealed === undefined) return [];
    try {
      // Nobody else can seal, so this is what was sealed.
      const text = this.vault.open(purposes.device, Buffer.from(sealed, 'base64url'));
      const now = this.clock.now().getTime();
      return (JSON.parse(text) as readonly KnownDevice[]).filter(({ until }) => now < until);
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }
}
