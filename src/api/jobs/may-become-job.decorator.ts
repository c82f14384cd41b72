import { applyDecorators } from '@nestjs/common';
import { MayTakeLong } from './asking.decorator.js';
import type { RouteKind } from './long-work.js';

const HELD_ROUTE = 'honor:held-route';

type Handler = (...inputs: readonly unknown[]) => unknown;

/** A route whose work may become a job. */
export interface HeldRoute {
  /** Controller and handler, as the OpenAPI document names the operation. */
  readonly id: string;
  readonly kind: RouteKind;
}

/** What a handler is about to do: its input was checked, and nothing is done yet. */
export class HeldWork {
  constructor(
    readonly route: HeldRoute,
    readonly inputs: readonly unknown[],
    readonly answer: () => unknown,
  ) {}
}

/** The route answers at once, unless whoever asks does not want to wait: then its work becomes a job of this kind. */
export function MayBecomeJob(kind: RouteKind) {
  return applyDecorators(holds(kind), MayTakeLong('hanya bila diminta dengan Prefer: respond-async'));
}

/** What a handler stated; undefined: its work is never a job. */
export function heldRouteOf(handler: object): HeldRoute | undefined {
  return Reflect.getMetadata(HELD_ROUTE, handler) as HeldRoute | undefined;
}

function holds(kind: RouteKind): MethodDecorator {
  return (controller, name, descriptor) => {
    const handle = descriptor.value as Handler;
    const owner = controller.constructor.name.replace(/Controller$/, '');
    const route = { id: `${owner}.${String(name)}`, kind };
    const held = function (this: object, ...inputs: readonly unknown[]) {
      return new HeldWork(route, inputs, () => handle.apply(this, [...inputs]));
    };
    // The OpenAPI document names the operation by its handler.
    Object.defineProperty(held, 'name', { value: name });
    // What its parameters are stands there already.
    for (const known of Reflect.getMetadataKeys(handle) as readonly string[]) {
      Reflect.defineMetadata(known, Reflect.getMetadata(known, handle), held);
    }
    Reflect.defineMetadata(HELD_ROUTE, route, held);
    Object.assign(descriptor, { value: held });
  };
}
