import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressBlock } from '../core/shared/address-block.js';
import { DomainError } from '../core/shared/domain-error.js';

/** Requests a minute that one address, and one person, may send to a process. */
export interface Limits {
  readonly perAddress: number;
  readonly perPerson: number;
}

/** Counts requests in the memory of this process; guessing passwords is held back by `identity`, across processes. */
export class Throttle {
  private readonly addresses: RateLimiterMemory;
  private readonly persons: RateLimiterMemory;

  constructor({ perAddress, perPerson }: Limits) {
    this.addresses = new RateLimiterMemory({ points: perAddress, duration: 60 });
    this.persons = new RateLimiterMemory({ points: perPerson, duration: 60 });
  }

  /** As Express middleware. */
  readonly byAddress = (request: Request, _response: Response, next: NextFunction): void => {
    consume(this.addresses, addressBlock(request.ip ?? '')).then(() => {
      next();
    }, next);
  };

  /** @throws DomainError `http.too-often` */
  async person(userId: number): Promise<void> {
    await consume(this.persons, String(userId));
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError('throttled', 'http.too-often', { seconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
