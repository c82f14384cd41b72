export const rosterMessages = {} as const;
