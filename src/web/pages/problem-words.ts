import { messages, type ErrorCode, type Fact } from '../../core/messages/catalog.js';
import type { ProblemDetails } from '../problem-details.js';
import { sayOnPage } from './page-messages.js';

/**
 * What is wrong, as people at a page read it. Where the catalogue speaks to programs (headers, JSON) the page has its
 * own sentence; a field is called by its label.
 */
export function problemWords(details: ProblemDetails): readonly string[] {
  const { code, facts, detail, problems } = details;
  return [...new Set((problems ?? [{ code, facts, message: detail }]).map(sentenceOf))];
}

function sentenceOf({ code, facts, message }: NonNullable<ProblemDetails['problems']>[number]): string {
  const label = labels[String(facts.field)];
  if (code === 'http.field-invalid' && label !== undefined) return `${label}: ${String(facts.problem)}.`;
  return isErrorCode(code) ? sayOnPage(code, facts as Readonly<Record<string, Fact>>) : message;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(messages, code);
}

const labels: Readonly<Record<string, string>> = {
  username: 'Nama pengguna',
  password: 'Kata sandi',
  current: 'Kata sandi sekarang',
  code: 'Kode',
  fullName: 'Nama lengkap',
  position: 'Jabatan',
  reason: 'Alasan',
  text: 'Jawaban',
  name: 'Nama',
};
