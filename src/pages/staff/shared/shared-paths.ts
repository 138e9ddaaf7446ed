/** Addresses of what is read under agreements. */
export const sharedPath = '/staff/shared';
export const sharedRecordsPath = (agreement: number): string => `${sharedPath}/${agreement}`;
export const sharedRecordPath = (agreement: number, reference: string): string =>
  `${sharedRecordsPath(agreement)}/${reference}`;
