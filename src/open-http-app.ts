import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory, RouterModule } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { API_PREFIX, apiDocument } from './api/api-document.js';
import { ApiModule, type ApiOptions } from './api/api.module.js';
import { AppModule, type AppOptions } from './app.module.js';
import { PagesModule } from './pages/pages.module.js';
import { StderrLogger } from './platform/command-line/stderr-logger.js';
import { boundedBody } from './web/bounded-body.js';
import { guardDoorstep } from './web/doorstep.js';
import { nothingKept, ownSiteOnly, securityHeaders } from './web/hardening.js';
import { elsewhere } from './web/elsewhere.js';
import { plainInput } from './web/plain-input.js';
import { formParsing, understandForms } from './web/pages/form-bodies.js';
import { stylesheet } from './web/pages/stylesheet.js';
import { Throttle } from './web/throttle.js';

/** Where the OpenAPI document is. */
const DOCUMENT_PATH = '/api/openapi.json';

// Whole sheets come as files; what comes as JSON is written by hand or by a small program.
const MAX_JSON = '1mb';

/** The app with its HTTP door, as a module. */
@Module({})
export class HttpAppModule {
  static forRoot(options: HttpAppOptions): DynamicModule {
    const app = AppModule.forRoot({ ...options, standIn: undefined });
    const api = ApiModule.forRoot(options);
    const prefixes = RouterModule.register([{ path: API_PREFIX, module: ApiModule }]);
    return { module: HttpAppModule, imports: [app, api, PagesModule.forRoot(api, options.http), prefixes] };
  }
}

export type HttpAppOptions = Omit<AppOptions, 'standIn'> & ApiOptions;

/** Opens the app with its HTTP door, not yet listening. Nobody acts in it but who signs in. */
export async function openHttpApp(options: HttpAppOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(HttpAppModule.forRoot(options), {
    abortOnError: false,
    logger: new StderrLogger(),
    bodyParser: false,
  });
  const { http } = options;
  guardDoorstep(app.getHttpServer());
  app.set('trust proxy', http.trustedProxies);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(securityHeaders(http.isOverTls), stylesheet, nothingKept, app.get(Throttle).byAddress);
  app.use(ownSiteOnly(http.publicUrl), boundedBody);
  app.useBodyParser('json', { limit: MAX_JSON });
  app.useBodyParser('urlencoded', formParsing(API_PREFIX));
  app.use(plainInput, understandForms(API_PREFIX));
  const document = apiDocument(app, ApiModule);
  app.use(DOCUMENT_PATH, (_request: Request, response: Response) => response.json(document));
  await app.init();
  app.use(...elsewhere());
  return app;
}
