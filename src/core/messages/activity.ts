export const activityMessages = {} as const;
