import type { CookieOptions, Request, Response } from 'express';
import { DEVICE_DAYS, type KnownDevicesService } from '../../modules/identity/known-devices.service.js';
import { oneCookie } from '../../web/one-cookie.js';

/** The cookie by which a browser is known again in which somebody signed in before. It opens nothing by itself. */
export class DeviceCookie {
  private readonly name: string;
  private readonly attributes: CookieOptions;

  constructor(
    isOverTls: boolean,
    private readonly devices: KnownDevicesService,
  ) {
    this.name = isOverTls ? '__Host-honor-device' : 'honor-device';
    this.attributes = {
      httpOnly: true,
      secure: isOverTls,
      sameSite: 'strict',
      path: '/',
      maxAge: DEVICE_DAYS * 86_400_000,
    };
  }

  /** Undefined when the browser has none. */
  read(request: Request): string | undefined {
    return oneCookie(request, this.name);
  }

  /** For whoever has just come in. */
  remember(response: Response, username: string): void {
    const kept = this.devices.remember(this.read(response.req), username);
    response.cookie(this.name, kept, this.attributes);
  }
}
