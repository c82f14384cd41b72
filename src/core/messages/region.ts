export const regionMessages = {} as const;
