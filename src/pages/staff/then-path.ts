/** Where civil servants read a record as it was after one of its events, which are numbered from 1. */
export const thenPath = (reference: string, event: number): string => `/staff/records/${reference}/then/${event}`;
