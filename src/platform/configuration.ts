import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { textOf, type Environment } from './environment.js';
import { invalidVariable } from './invalid-variable.js';
import { readOidcConfiguration, type OidcConfiguration } from './oidc/oidc-configuration.js';
import { parseFieldKeys, type FieldKeys } from './secrets/field-keys.js';

/** What the installation chose through its environment; checked, so nobody else reads `process.env`. */
export interface Configuration {
  /** An own PostgreSQL; without it the embedded one is started in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  /** The owner of the schema on an own PostgreSQL, for migrations; without it the same as `databaseUrl`. */
  readonly databaseOwnerUrl: string | undefined;
  readonly dataFolder: string;
  /** True when a person named the folder: then it is never replaced by another one. */
  readonly dataFolderIsChosen: boolean;
  readonly databasePort: number | undefined;
  /** The account that runs the embedded server when the app itself is root. */
  readonly databaseUid: number | undefined;
  /** The keys of personal data; without them the embedded database has a file of keys in its data folder. */
  readonly fieldKeys: FieldKeys | undefined;
  /** Where people may also sign in; undefined: only with a password. */
  readonly oidc: OidcConfiguration | undefined;
}

/** Reads and checks the environment once, at the start of a program. @throws DomainError naming the variable. */
export function readConfiguration(environment: Environment = process.env): Configuration {
  const chosenFolder = textOf(environment, 'HONOR_DATA_DIR');
  return {
    ...databaseUrlsOf(environment),
    dataFolder: chosenFolder === undefined ? join(projectFolder(), 'data') : resolve(chosenFolder),
    dataFolderIsChosen: chosenFolder !== undefined,
    databasePort: wholeNumberOf(environment, 'HONOR_DATABASE_PORT', { from: 1024, to: 65_535 }),
    databaseUid: wholeNumberOf(environment, 'HONOR_DATABASE_UID', { from: 1, to: 4_294_967_294 }),
    fieldKeys: fieldKeysOf(environment),
    oidc: readOidcConfiguration(environment),
  };
}

/** The folder that holds package.json, wherever this file was compiled to. */
export function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('No package.json above the program.');
    folder = dirname(folder);
  }
  return folder;
}

function databaseUrlsOf(environment: Environment): Pick<Configuration, 'databaseUrl' | 'databaseOwnerUrl'> {
  const databaseUrl = databaseUrlOf(environment, 'DATABASE_URL');
  const databaseOwnerUrl = databaseUrlOf(environment, 'DATABASE_OWNER_URL');
  if (databaseOwnerUrl === undefined) return { databaseUrl, databaseOwnerUrl };
  const isSame = databaseUrl !== undefined && sameDatabase(databaseUrl, databaseOwnerUrl);
  if (isSame) return { databaseUrl, databaseOwnerUrl };
  throw invalidVariable(
    'DATABASE_OWNER_URL',
    'harus menunjuk server dan basis data yang sama dengan DATABASE_URL',
  );
}

// An own server has no data folder of ours: without keys from elsewhere nothing may be written there.
function fieldKeysOf(environment: Environment): FieldKeys | undefined {
  const fields = textOf(environment, 'HONOR_FIELD_KEYS');
  const index = textOf(environment, 'HONOR_INDEX_KEY');
  if (fields !== undefined && index !== undefined) return parseFieldKeys(fields, index);
  const missing = fields === undefined ? 'HONOR_FIELD_KEYS' : 'HONOR_INDEX_KEY';
  const isNeeded = fields !== index || textOf(environment, 'DATABASE_URL') !== undefined;
  if (!isNeeded) return undefined;
  throw invalidVariable(
    missing,
    'belum diisi, padahal data pribadi dikunci dengannya (openssl rand -base64 32)',
  );
}

function sameDatabase(one: string, other: string): boolean {
  const [first, second] = [new URL(one), new URL(other)];
  return first.host === second.host && first.pathname === second.pathname;
}

// The value is left out of the message: it may hold a password.
function databaseUrlOf(environment: Environment, variable: string): string | undefined {
  const text = textOf(environment, variable);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (!isPostgres || url.hostname === '' || url.pathname.length < 2) {
    throw invalidVariable(variable, 'bentuknya harus postgres://pemakai:sandi@server:5432/namabasisdata');
  }
  return text;
}

function wholeNumberOf(
  environment: Environment,
  variable: string,
  range: { from: number; to: number },
): number | undefined {
  const text = textOf(environment, variable);
  if (text === undefined) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.from && value <= range.to) return value;
  throw invalidVariable(
    variable,
    `"${text}" bukan bilangan bulat antara ${String(range.from)} dan ${String(range.to)}`,
  );
}
