export const dossierPath = (reference: string): string => `/staff/records/${reference}/print`;
export const printingPath = (number: string): string => `/staff/printings/${number}`;
