import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { saysSomething, seenText } from '../core/shared/seen-text.js';
import { parsePlainDate } from '../core/shared/plain-date.js';

/**
 * The fields of what comes in and goes out over HTTP. Each decorator says three things at once: how the value is
 * checked, how it is read, and how OpenAPI documents it; so none of them can say something else.
 */
interface FieldOptions {
  readonly about: string;
  readonly optional?: true;
  readonly nullable?: true;
}

type Decorators = readonly PropertyDecorator[];

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;
const SECRET_MAX = 256;
const MAX_RUPIAH = Number.MAX_SAFE_INTEGER;

/** Nothing that nobody can read, or that cannot be kept as it was sent: control characters, halves of characters. */
const WORDS = /^[^\p{Cc}\p{Cs}]*$/u;

/**
 * Words, without control characters; at most `max` characters, 200 unless told. They are kept as they are read, as those of
 * a sheet; compulsory ones say something.
 */
export function Text(options: FieldOptions & { max?: number; example?: string; min?: number }) {
  const { max = 200, min = 1, example, optional } = options;
  const isCompulsory = optional !== true && min > 0;
  const checks = [AsSeen(), IsString(), MinLength(min), MaxLength(max), Matches(WORDS)];
  const schema = { type: String, minLength: min, maxLength: max, ...sample(example) };
  return field(options, schema, isCompulsory ? [SaysSomething(), ...checks] : checks);
}

/** A password: whatever its keyboard writes, and nothing of it is taken away. */
export function Secret(options: FieldOptions) {
  const checks = [IsString(), MinLength(1), MaxLength(SECRET_MAX), Matches(WORDS)];
  return field(options, { type: String, minLength: 1, maxLength: SECRET_MAX, format: 'password' }, checks);
}

/** Text of one form, `/^\d+$/`. */
export function Shaped(shape: RegExp, options: FieldOptions & { example: string }) {
  return field(options, { type: String, pattern: shape.source, example: options.example }, [Matches(shape)]);
}

/** One of a few words. */
export function Choice(choices: readonly string[], options: FieldOptions) {
  return field(options, { type: String, enum: [...choices] }, [IsIn([...choices])]);
}

/** A service month, `2026-07`. */
export function Month(options: FieldOptions) {
  return field(options, { type: String, pattern: MONTH.source, example: '2026-07' }, [Matches(MONTH)]);
}

/** Service months; any list, at least one. */
export function Months(options: FieldOptions) {
  const items = {
    type: String,
    isArray: true,
    minItems: 1,
    maxItems: 60,
    example: ['2026-07', '2026-08'],
  } as const;
  const checks = [IsArray(), ArrayMinSize(1), ArrayMaxSize(60), Matches(MONTH, { each: true })];
  return field(options, items, checks);
}

/** A day, `2026-07-15`. */
export function Day(options: FieldOptions) {
  return field(options, { type: String, format: 'date', example: '2026-07-15' }, [IsDay()]);
}

/** A moment, in UTC. */
export function Moment(options: FieldOptions) {
  return field(options, { type: String, format: 'date-time' }, []);
}

/** Whole rupiah. What comes in is above zero; what goes out may be anything. */
export function Money(options: FieldOptions) {
  const schema = { type: 'integer', format: 'int64', example: 225000 } as const;
  return field(options, schema, [IsInt(), Min(1), Max(MAX_RUPIAH)]);
}

export function WholeNumber(options: FieldOptions & { min?: number; max?: number }) {
  const { min = 0, max = 2_147_483_647 } = options;
  return field(options, { type: 'integer', minimum: min, maximum: max }, [IsInt(), Min(min), Max(max)]);
}

export function Flag(options: FieldOptions) {
  return field(options, { type: Boolean }, [IsBoolean()]);
}

/** A flag in the query, where everything is text. */
export function FlagInQuery(options: FieldOptions) {
  const asFlag = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return applyDecorators(asFlag, Flag(options));
}

/** Words in a list. */
export function Texts(options: FieldOptions & { max?: number }) {
  const { max = 100 } = options;
  const checks = [
    AsSeen(),
    IsArray(),
    ArrayMaxSize(max),
    IsString({ each: true }),
    MaxLength(200, { each: true }),
    Matches(WORDS, { each: true }),
  ];
  return field(options, { type: String, isArray: true, maxItems: max }, checks);
}

/** A part with fields of its own. The documentation knows a class told later by the name `type` of the function. */
export function Part(type: () => new () => object, options: FieldOptions) {
  return field(options, { type: () => type() }, [ValidateNested(), Type(type)]);
}

/** A list of parts. */
export function Parts(type: () => new () => object, options: FieldOptions & { max?: number }) {
  const { max = 100_000 } = options;
  const checks = [IsArray(), ArrayMaxSize(max), ValidateNested({ each: true }), Type(type)];
  return field(options, { type: () => type(), isArray: true }, checks);
}

/** How many of each of a few words; of those there are none of, nothing is said. */
export function Counts(words: readonly string[], options: FieldOptions) {
  const properties = Object.fromEntries(words.map((word) => [word, { type: 'integer', minimum: 0 }]));
  const schema = { type: 'object', properties, additionalProperties: false };
  return field(options, schema, []);
}

/** Facts of a refusal, a reason or a finding, by the names that their wording has for them. */
export function Facts(options: FieldOptions) {
  const fact = { anyOf: [{ type: 'string' }, { type: 'number' }] };
  return field(options, { type: 'object', additionalProperties: fact }, []);
}

/** Columns of a row, of whichever table: which there are, the table says. */
export function Columns(options: FieldOptions) {
  return field(options, { type: 'object', additionalProperties: true }, []);
}

/** A part whose schema is written from a type of the core, and stands in the document by this name. */
export function Written(name: string, options: FieldOptions) {
  return field(options, { allOf: [{ $ref: `#/components/schemas/${name}` }] }, []);
}

// What nobody sees is taken away before anything is checked; where controls are, somebody sent something else than words.
function AsSeen(): PropertyDecorator {
  const seen = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(seen);
    return typeof value === 'string' ? seenWords(value) : value;
  };
  return Transform(({ value }: { value: unknown }) => seen(value), { toClassOnly: true });
}

function seenWords(text: string): string {
  return WORDS.test(text) ? seenText(text) : text;
}

// What is no text, or none at all, other checks refuse in better words.
function SaysSomething(): PropertyDecorator {
  const validate = (value: unknown) => typeof value !== 'string' || value === '' || saysSomething(value);
  return ValidateBy({ name: 'saysSomething', validator: { validate } });
}

// 30 February has the form of a day and is none.
function IsDay(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && parsePlainDate(value) !== undefined;
  return ValidateBy({ name: 'isDay', validator: { validate } });
}

function field({ about, optional, nullable }: FieldOptions, schema: object, checks: Decorators) {
  const required = optional !== true;
  const options = { description: about, required, ...(nullable === true && { nullable }), ...schema };
  return applyDecorators(ApiProperty(options), ...checks, ...(required ? [] : [IsOptional()]));
}

function sample(example: string | undefined): { example?: string } {
  return example === undefined ? {} : { example };
}
