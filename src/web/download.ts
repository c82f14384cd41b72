import { applyDecorators, StreamableFile, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

interface Named {
  /** Its media type. */
  readonly type: string;
  /** One of our own, never what somebody sent. */
  readonly name: string;
}

/** Bytes, in the OpenAPI document. */
export const binary = { schema: { type: 'string', format: 'binary' } };

/** Says in the OpenAPI document which kinds of file a route answers and, where it does, which data instead. */
export function AnswersFile(types: readonly string[], answer?: Type) {
  const files = Object.fromEntries(types.map((type) => [type, binary]));
  if (answer === undefined) return ApiOkResponse({ content: files });
  const json = { 'application/json': { schema: { $ref: getSchemaPath(answer) } } };
  return applyDecorators(ApiExtraModels(answer), ApiOkResponse({ content: { ...json, ...files } }));
}

/** Bytes, to be kept as a file. */
export function download(named: Named, bytes: Uint8Array): StreamableFile {
  return new StreamableFile(bytes, { ...headersOf(named), length: bytes.length });
}

function headersOf({ type, name }: Named) {
  return { type, disposition: `attachment; filename="${name}"` };
}
