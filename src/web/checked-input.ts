import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../core/shared/domain-error.js';
import { Refusals } from '../core/shared/refusals.js';

/** Checks what comes in against the fields of its class; a field that is not there is refused, not ignored. */
export function checkedInput(): ValidationPipe {
  return new OneObjectPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => new Refusals(errors.flatMap((error) => problemsOf(error, ''))),
  });
}

// The framework would check a list item by item, and find nothing wrong with an empty one.
class OneObjectPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!Array.isArray(value)) return super.transform(value, metadata) as Promise<unknown>;
    throw new DomainError('invalid', 'http.unreadable', {});
  }
}

function problemsOf(error: ValidationError, path: string): DomainError[] {
  const field = `${path}${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((constraint) => problemOf(field, constraint));
  const inner = (error.children ?? []).flatMap((child) => problemsOf(child, `${field}.`));
  return [...own.slice(0, 1), ...inner];
}

function problemOf(field: string, constraint: string): DomainError {
  if (constraint === 'whitelistValidation')
    return new DomainError('invalid', 'http.field-unknown', { field });
  const problem = problems[constraint] ?? 'isinya tidak dapat diterima';
  return new DomainError('invalid', 'http.field-invalid', { field, problem });
}

// By the names that class-validator gives its constraints.
const problems: Readonly<Record<string, string>> = {
  isString: 'harus berupa teks',
  minLength: 'harus diisi',
  maxLength: 'terlalu panjang',
  saysSomething: 'harus memuat huruf atau angka yang terbaca',
  matches: 'bentuknya tidak benar',
  isIn: 'bukan salah satu pilihan',
  isInt: 'harus berupa bilangan bulat',
  isDay: 'bukan tanggal, misalnya 2026-07-15',
  min: 'terlalu kecil',
  max: 'terlalu besar',
  isBoolean: 'harus true atau false',
  isArray: 'harus berupa daftar',
  arrayMinSize: 'tidak boleh kosong',
  arrayMaxSize: 'terlalu banyak isinya',
  nestedValidation: 'harus berupa objek',
};
