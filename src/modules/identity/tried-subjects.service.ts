import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  THROTTLE_BY_ADDRESS,
  THROTTLE_BY_NAME,
  THROTTLE_BY_WAY,
  type ThrottlePolicy,
} from '../../core/identity/sign-in-throttle.js';
import { purposes } from '../../core/privacy/purposes.js';
import { addressBlock } from '../../core/shared/address-block.js';
import { Clock } from '../../platform/clock.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import type { Origin } from './identity-log.service.js';
import { KnownDevicesService } from './known-devices.service.js';
import { SessionsRepository } from './sessions.repository.js';

/** Somebody tries to show who she is. */
export interface Try extends Origin {
  readonly username: string;
  /** What her browser kept of earlier sign-ins; see `KnownDevicesService`. */
  readonly device?: string | undefined;
  /** The live session in which she does so; undefined for whoever wants to come in. */
  readonly sessionId?: number | undefined;
}

/** One thing that tries are counted by. */
export interface Subject {
  readonly kind: 'session' | 'device' | 'name-at-address' | 'address' | 'name';
  readonly digest: Buffer;
  readonly policy: ThrottlePolicy;
}

const KNOWN_ADDRESS_MS = 30 * 86_400_000;

/** Says by what a try is counted: as README.md of this module explains. */
@Injectable()
export class TriedSubjectsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly devices: KnownDevicesService,
    private readonly vault: FieldVault,
    private readonly clock: Clock,
  ) {}

  /** In one order for everybody, so that nobody waits for somebody who waits for her. */
  async of({ username, address, device, sessionId }: Try): Promise<Subject[]> {
    if (sessionId !== undefined) return [this.subject('session', THROTTLE_BY_WAY, [sessionId])];
    const known = this.devices.deviceOf(device, username);
    const block = addressBlock(address);
    // Asked for every name, that somebody has or not: it must take as long.
    const isKnownAddress = await this.isKnownAddress(username, block);
    if (known !== undefined) return [this.subject('device', THROTTLE_BY_WAY, [username, known])];
    const subjects = [
      this.subject('name-at-address', THROTTLE_BY_WAY, [username, block]),
      this.subject('address', THROTTLE_BY_ADDRESS, [block]),
      ...(isKnownAddress ? [] : [this.byName(username)]),
    ];
    return subjects.sort((one, other) => one.digest.compare(other.digest));
  }

  /** What all tries at a name are counted by that come from nowhere its holder was. */
  byName(username: string): Subject {
    return this.subject('name', THROTTLE_BY_NAME, [username]);
  }

  private async isKnownAddress(username: string, block: string): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - KNOWN_ADDRESS_MS);
    const addresses = await this.sessions.addressesOf(this.dataSource, username, since);
    return addresses.some((address) => addressBlock(address) === block);
  }

  private subject(
    kind: Subject['kind'],
    policy: ThrottlePolicy,
    named: readonly (string | number)[],
  ): Subject {
    return { kind, policy, digest: this.vault.digest(purposes.throttled, JSON.stringify([kind, ...named])) };
  }
}
