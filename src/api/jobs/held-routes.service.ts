import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { isOperation, type OperationName } from '../../core/access/operations.js';
import { invariant } from '../../core/shared/invariant.js';
import { accessOf } from '../../web/operation.decorator.js';
import { heldRouteOf, HeldWork } from './may-become-job.decorator.js';

type Handlers = Readonly<Record<string, unknown>>;

interface Known {
  readonly operation: OperationName;
  readonly hold: (inputs: readonly unknown[]) => unknown;
}

/** The routes whose work may become a job, by their name. */
@Injectable()
export class HeldRoutes {
  private known: ReadonlyMap<string, Known> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  operationOf(id: string): OperationName {
    return this.of(id).operation;
  }

  /** What the route would do with input that was checked before. */
  hold(id: string, inputs: readonly unknown[]): HeldWork {
    const held = this.of(id).hold(inputs);
    invariant(held instanceof HeldWork, 'the handler holds its work');
    return held;
  }

  private of(id: string): Known {
    this.known ??= new Map(this.discovery.getControllers().flatMap(({ instance }) => routesOf(instance)));
    const route = this.known.get(id);
    invariant(route !== undefined, 'a job is of a route that is known');
    return route;
  }
}

function routesOf(controller: unknown): readonly (readonly [string, Known])[] {
  const handlers = Object.getPrototypeOf(controller) as Handlers;
  return Object.getOwnPropertyNames(handlers).flatMap((name) => {
    const handler = handlers[name];
    const route = typeof handler === 'function' ? heldRouteOf(handler) : undefined;
    if (typeof handler !== 'function' || route === undefined) return [];
    const operation = accessOf(handler);
    invariant(operation !== undefined && isOperation(operation), 'such a route states its operation');
    const hold = (inputs: readonly unknown[]): unknown => Reflect.apply(handler, controller, inputs);
    return [[route.id, { operation, hold }] as const];
  });
}
