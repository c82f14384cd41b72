import type { Bank } from './bank.js';

/** The banks of a parsed `config/banks.yaml`, or the place where it is not as it must be. */
export function readBanks(source: unknown): { readonly banks: Bank[] } | { readonly fault: string } {
  if (!Array.isArray(source)) return { fault: 'harus berupa daftar' };
  const banks: Bank[] = [];
  for (const [index, item] of source.entries()) {
    const bank = readBank(item);
    if (bank === undefined) return { fault: `bank ke-${String(index + 1)} tidak lengkap` };
    if (banks.some(({ code }) => code === bank.code)) return { fault: `kode ${bank.code} dua kali` };
    banks.push(bank);
  }
  return { banks };
}

function readBank(item: unknown): Bank | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { code, name, spellings, lengths }: Partial<Record<keyof Bank, unknown>> = item;
  if (typeof code !== 'string' || !/^\d{3}$/.test(code) || typeof name !== 'string') return undefined;
  if (!isListOf(spellings, 'string') || !isListOf(lengths, 'number')) return undefined;
  return { code, name, spellings, lengths };
}

function isListOf(list: unknown, type: 'string'): list is string[];
function isListOf(list: unknown, type: 'number'): list is number[];
function isListOf(list: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(list) && list.every((item) => typeof item === type);
}
