/** What a kader can be in a posyandu. */
export const kaderRoles = ['ketua', 'sekretaris', 'bendahara', 'ketua-bidang', 'kader'] as const;

export type Role = (typeof kaderRoles)[number];
