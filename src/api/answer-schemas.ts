import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, type OpenAPIObject } from '@nestjs/swagger';
import { invariant } from '../core/shared/invariant.js';
import { projectFolder } from '../platform/configuration.js';
import { binary } from '../web/download.js';
import type { AnswerName, AnswerTypes } from './answer-types.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A method that answers it; TypeScript compares. */
type Answering<Answer> = (
  controller: object,
  name: string,
  method: TypedPropertyDescriptor<(...inputs: never[]) => Promise<Answer>>,
) => void;

/** Says in the OpenAPI document what a route answers, by the types of the core. */
export function AnswersData<Name extends AnswerName>(name: Name): Answering<AnswerTypes[Name]> {
  return applyDecorators(ApiOkResponse({ content: jsonOf(name) }));
}

/** The same, where files of these types may be asked for instead. */
export function AnswersDataOr<Name extends AnswerName, File>(
  name: Name,
  types: readonly string[],
): Answering<AnswerTypes[Name] | File> {
  const files = Object.fromEntries(types.map((type) => [type, binary]));
  return applyDecorators(ApiOkResponse({ content: { ...jsonOf(name), ...files } }));
}

/** Gives the document the schemas that were written from those types. */
export function addAnswerSchemas(document: OpenAPIObject): void {
  const path = join(projectFolder(), 'config', 'answer-schemas.json');
  const written = JSON.parse(readFileSync(path, 'utf8')) as Schemas;
  const known = document.components?.schemas ?? {};
  const twice = Object.keys(written).filter((name) => name in known);
  invariant(twice.length === 0, `one schema a name; twice: ${twice.join(', ')}`);
  document.components = { ...document.components, schemas: { ...known, ...written } };
}

function jsonOf(name: AnswerName) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}
