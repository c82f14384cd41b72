import type { ApiDocument, ApiOperation } from './api-client.js';
import type { Method, Sent } from './caller.js';

/** A request that names somebody wherever anything may be named. */
export interface Provocation {
  readonly method: Method;
  readonly path: string;
  readonly sent: Sent;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every operation of the document, once for each text, which stands in all its parameters, fields and files. */
export function provocations(document: ApiDocument, texts: readonly string[]): Provocation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      texts.map((text) => ({
        method: method as Method,
        path: path.replace(/\{\w+\}/g, encodeURIComponent(text)),
        sent: sentBy(document, operation, text),
      })),
    ),
  );
}

function sentBy(document: ApiDocument, operation: ApiOperation, text: string): Sent {
  const inQuery = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const query = Object.fromEntries(
    inQuery.map(({ name, schema }) => [name, valueOf(document, schema, text)]),
  );
  const content = operation.requestBody?.content ?? {};
  const json = content['application/json'];
  if (json !== undefined) return { query, body: valueOf(document, json.schema, text) as object };
  return 'multipart/form-data' in content
    ? { query, file: { name: `${text}.csv`, content: sheetOf(text) } }
    : { query };
}

function valueOf(document: ApiDocument, schema: Schema, text: string): unknown {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return valueOf(document, document.components.schemas[name] ?? {}, text);
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties);
    return Object.fromEntries(fields.map(([field, one]) => [field, valueOf(document, one, text)]));
  }
  if (schema.type === 'array') return [valueOf(document, schema.items ?? {}, text)];
  return schema.enum === undefined ? plainValueOf(schema, text) : schema.enum[0];
}

function plainValueOf({ type, format }: Schema, text: string): unknown {
  if (format === 'date') return '2026-10-01';
  if (type === 'boolean') return true;
  return type === 'integer' || type === 'number' ? 1 : text;
}

// A roster, for whoever reads one: the number in every column, with a header that is found.
function sheetOf(text: string): string {
  const header =
    'NO,NAMA,NIK,TGL LAHIR,L/P,KODE NAGARI,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO. REKENING,NAMA REKENING';
  return [header, header.replace(/[^,]+/g, text)].join('\n');
}
