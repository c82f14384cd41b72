/**
 * What a person does in the office, by the words of Permendagri 20/2018 for a nagari and of the APBD for an OPD. A
 * role is granted for a scope: the same four roles serve a nagari (a region) and an OPD (a paying body).
 */
export const roles = {
  operator: { label: 'operator (Kasi, pelaksana kegiatan, PPTK)', scopes: ['region', 'payer'] },
  verifier: { label: 'verifikator (sekretaris nagari, PPK)', scopes: ['region', 'payer'] },
  approver: { label: 'pemberi persetujuan (wali nagari, KPA)', scopes: ['region', 'payer'] },
  treasurer: { label: 'bendahara (kaur keuangan, bendahara OPD)', scopes: ['region', 'payer'] },
  pokjanal: { label: 'Pokjanal / Tim Pembina Posyandu', scopes: ['region'] },
  auditor: { label: 'pemeriksa (inspektorat, BPK)', scopes: ['region'] },
  kader: { label: 'kader', scopes: ['person'] },
  administrator: { label: 'pengelola sistem', scopes: ['installation'] },
} as const satisfies Record<string, { label: string; scopes: readonly ScopeKind[] }>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

export type ScopeKind = 'region' | 'payer' | 'person' | 'installation';

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}
