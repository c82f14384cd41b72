import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemAnswer } from '../web/problem-answer.js';
import { addConventions } from './document-conventions.js';

/** Where every route lives, and the version that does not change its meaning. */
export const API_PREFIX = 'api/v1';

/** The OpenAPI document of everything this module can do, made from its routes and the fields they take and give. */
export function apiDocument(app: INestApplication, api: Type): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Honor Kader')
    .setDescription('Daftar kader Posyandu, kegiatan, honor, pembayaran dan buku besar. Rupiah bulat.')
    .setVersion('1')
    .addCookieAuth('__Host-honor')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    extraModels: [ProblemAnswer],
    include: [api],
  });
  return addConventions(document);
}
