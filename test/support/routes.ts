import 'reflect-metadata';
import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { API_PREFIX } from '../../src/api/api-document.js';
import { accessOf, type RouteAccess } from '../../src/web/operation.decorator.js';
import { answersPages } from '../../src/web/pages/page.js';
import type { Method } from './caller.js';

/** A route as the framework knows it, whatever any document says. */
export interface Route {
  /** Controller and handler, as the OpenAPI document names the operation. */
  readonly id: string;
  readonly method: Method;
  /** With its parts as `:name`. */
  readonly path: string;
  readonly access: RouteAccess | undefined;
  /** For people in browsers, and not in that document. */
  readonly isPage: boolean;
}

type Handlers = Readonly<Record<string, unknown>>;

/** Every route of the app, by its metadata. */
export function routesOf(app: INestApplicationContext): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesIn(metatype) : []));
}

function routesIn(controller: { readonly name: string; readonly prototype?: unknown }): Route[] {
  const isPage = answersPages(controller);
  const prefix = [...(isPage ? [] : [API_PREFIX]), pathOf(controller)];
  const handlers = controller.prototype as Handlers;
  return Object.getOwnPropertyNames(handlers).flatMap((name) => {
    const handler = handlers[name];
    const method: unknown =
      typeof handler === 'function' ? Reflect.getMetadata(METHOD_METADATA, handler) : undefined;
    if (typeof handler !== 'function' || typeof method !== 'number') return [];
    return {
      id: `${controller.name.replace(/Controller$/, '')}.${name}`,
      method: (RequestMethod[method] ?? '').toLowerCase() as Method,
      path: `/${[...prefix, pathOf(handler)].filter((part) => part !== '').join('/')}`,
      isPage,
      access: accessOf(handler),
    };
  });
}

function pathOf(target: object): string {
  const path: unknown = Reflect.getMetadata(PATH_METADATA, target);
  return typeof path === 'string' && path !== '/' ? path : '';
}
