import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { DomainError } from '../core/shared/domain-error.js';

const WHOLE_NUMBER = /^[1-9]\d{0,9}$/;
const MAX_NUMBER = 2_147_483_647;
const WORD = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

/** The parts of an address, checked and documented at once, as `fields.ts` does for bodies and queries. */
export function NumberInPath(name: string): ParameterDecorator {
  const schema = { type: 'integer', minimum: 1, maximum: MAX_NUMBER } as const;
  return inPath(name, schema, { transform: (value: string) => numberOf(name, value) });
}

/** A word of an address, without control characters. */
export function WordInPath(name: string): ParameterDecorator {
  const schema = { type: 'string', minLength: 1, maxLength: 200 } as const;
  return inPath(name, schema, { transform: (value: string) => wordOf(name, value) });
}

function inPath(name: string, schema: object, pipe: PipeTransform<string>): ParameterDecorator {
  return (target, key, index) => {
    Param(name, pipe)(target, key, index);
    if (key === undefined) return;
    const method = Object.getOwnPropertyDescriptor(target, key);
    if (method !== undefined) ApiParam({ name, schema })(target, key, method);
  };
}

function numberOf(name: string, value: string): number {
  const number = WHOLE_NUMBER.test(value) ? Number(value) : MAX_NUMBER + 1;
  if (number <= MAX_NUMBER) return number;
  throw refused(name, 'harus berupa bilangan bulat di atas nol');
}

function wordOf(name: string, value: string): string {
  if (WORD.test(value)) return value;
  throw refused(name, 'bentuknya tidak benar');
}

function refused(field: string, problem: string): DomainError {
  return new DomainError('invalid', 'http.field-invalid', { field, problem });
}
