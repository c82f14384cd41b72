// Writes the types of src/api/answer-types.ts as JSON schemas, as `toJson` writes such values. `npm run openapi` runs it;
// with --check it only says whether the kept file is still what the types say.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const SOURCE = 'src/api/answer-types.ts';
const KEPT = 'config/answer-schemas.json';

/** Strings that are more than text, by the names of their types. */
const KNOWN_TEXTS = {
  PlainDate: { type: 'string', format: 'date' },
  ServiceMonth: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
};

const WORDS_TOLD = 40;

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [SOURCE] }, ts.sys, '.');
const program = ts.createProgram([SOURCE], { ...options, noEmit: true });
const checker = program.getTypeChecker();
const components = {};
const declared = new Map();

function main() {
  const file = program.getSourceFile(SOURCE);
  const answers = checker
    .getExportsOfModule(checker.getSymbolAtLocation(file))
    .find(({ name }) => name === 'AnswerTypes');
  for (const answer of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(answers))) {
    const type = checker.getTypeOfSymbol(answer);
    components[answer.name] = type.isUnion()
      ? unionSchema(type, answer.name)
      : objectSchema(type, answer.name);
  }
  const sorted = Object.fromEntries(
    Object.entries(components).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  if (!process.argv.includes('--check')) return writeFileSync(KEPT, text);
  if (JSON.stringify(JSON.parse(readFileSync(KEPT, 'utf8'))) === JSON.stringify(sorted)) return;
  console.error(`${KEPT} is not what the types say. Write it anew with: npm run openapi`);
  process.exitCode = 1;
}

function schemaOf(type, path) {
  const { flags } = type;
  const name = type.aliasSymbol?.name ?? '';
  if (name in KNOWN_TEXTS) return KNOWN_TEXTS[name];
  if (type.isUnion()) return unionSchema(type, path);
  if (flags & ts.TypeFlags.StringLiteral) return { type: 'string', enum: [type.value] };
  if (flags & ts.TypeFlags.NumberLiteral) return { type: 'number', enum: [type.value] };
  if (flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [type.intrinsicName === 'true'] };
  if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (flags & ts.TypeFlags.BigIntLike) return { type: 'integer', format: 'int64' };
  if (flags & ts.TypeFlags.Null) return { type: 'string', nullable: true, enum: [null] };
  if (isText(type)) return { type: 'string' };
  if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return partSchema(type, path);
  throw new Error(`${path}: ${checker.typeToString(type)} says nothing about what is answered`);
}

/** A string with a brand. */
function isText(type) {
  return type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.StringLike);
}

function unionSchema(type, path) {
  const parts = type.types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const isNullable = type.types.some(({ flags }) => flags & ts.TypeFlags.Null);
  const schema = oneOf(parts, path, isNullable);
  return isNullable ? nullable(schema) : schema;
}

function oneOf(parts, path, inline) {
  if (parts.length === 1 && inline && !isLeaf(parts[0])) return objectSchema(parts[0], path);
  const literals = parts.filter((part) => part.flags & ts.TypeFlags.StringLiteral);
  const numbers = parts.filter((part) => part.flags & ts.TypeFlags.NumberLiteral);
  const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
  const others = parts.filter((part) => ![...literals, ...numbers, ...booleans].includes(part));
  const schemas = [
    ...(literals.length > 0 ? [wordsSchema(literals.map(({ value }) => value).sort())] : []),
    ...(numbers.length > 0 ? [{ type: 'number', enum: numbers.map(({ value }) => value).sort() }] : []),
    ...(booleans.length > 0
      ? [booleans.length === 2 ? { type: 'boolean' } : schemaOf(booleans[0], path)]
      : []),
    ...others.map((part) => schemaOf(part, path)),
  ];
  const texts = [...new Set(schemas.map((schema) => JSON.stringify(schema)))];
  return texts.length === 1 ? JSON.parse(texts[0]) : { anyOf: texts.map((text) => JSON.parse(text)) };
}

/** Codes of the catalogue grow with every version: such words are not told one by one. */
function wordsSchema(words) {
  return words.length > WORDS_TOLD ? { type: 'string' } : { type: 'string', enum: words };
}

function nullable(schema) {
  if (schema.anyOf !== undefined)
    return { anyOf: schema.anyOf.map((one, place) => (place === 0 ? nullable(one) : one)) };
  if (schema.$ref !== undefined) return { anyOf: [schema, { type: 'string', nullable: true, enum: [null] }] };
  return { ...schema, nullable: true, ...(schema.enum !== undefined && { enum: [...schema.enum, null] }) };
}

/** Whether it is no object of our own with fields. */
function isLeaf(type) {
  return (
    !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) ||
    isText(type) ||
    builtIn(type) !== undefined
  );
}

function builtIn(type) {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return 'array';
  const name = type.symbol?.name;
  return ['Date', 'Map', 'ReadonlyMap', 'Decimal', 'Set', 'ReadonlySet', 'Buffer', 'Uint8Array'].includes(
    name,
  )
    ? name
    : undefined;
}

function partSchema(type, path) {
  const known = builtIn(type);
  if (known === 'array') return listSchema(type, path);
  if (known === 'Date') return { type: 'string', format: 'date-time' };
  if (known === 'Decimal') return { type: 'string' };
  const [, valueType] = checker.getTypeArguments(type);
  if (known?.endsWith('Map'))
    return { type: 'object', additionalProperties: schemaOf(valueType, `${path}{}`) };
  if (known !== undefined) throw new Error(`${path}: a ${known} is not written as JSON`);
  const name = nameOf(type);
  if (name === undefined) return objectSchema(type, path);
  if (declared.get(name) === undefined) {
    declared.set(name, type);
    components[name] = {};
    components[name] = objectSchema(type, name);
  }
  if (declared.get(name) !== type) return objectSchema(type, path);
  return { $ref: `#/components/schemas/${name}` };
}

function listSchema(type, path) {
  const items = [...new Set(checker.getTypeArguments(type))];
  const schema = oneOf(items, `${path}[]`, false);
  return { type: 'array', items: schema };
}

/** Of a type with a name and no parameters, which is written once. */
function nameOf(type) {
  if (type.aliasSymbol !== undefined)
    return type.aliasTypeArguments === undefined ? type.aliasSymbol.name : undefined;
  const isInterface = type.isClassOrInterface() && (type.typeParameters ?? []).length === 0;
  return isInterface && !checker.getTypeArguments(type).length ? type.symbol.name : undefined;
}

function objectSchema(type, path) {
  const fields = checker.getPropertiesOfType(type).filter((field) => !field.name.startsWith('__@'));
  const properties = {};
  const required = [];
  for (const field of fields) {
    const fieldType = checker.getTypeOfSymbol(field);
    if (fieldType.getCallSignatures().length > 0) continue;
    properties[field.name] = schemaOf(fieldType, `${path}.${field.name}`);
    const mayMiss =
      fieldType.isUnion() && fieldType.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
    if (!(field.flags & ts.SymbolFlags.Optional) && !mayMiss) required.push(field.name);
  }
  const [index] = checker.getIndexInfosOfType(type);
  if (index !== undefined) return { type: 'object', additionalProperties: schemaOf(index.type, `${path}{}`) };
  if (fields.length === 0) throw new Error(`${path}: ${checker.typeToString(type)} has no fields`);
  return { type: 'object', ...(required.length > 0 && { required }), properties };
}

main();
