export const importsPath = '/staff/import';
export const importToPath = (service: string): string => `/staff/services/${service}/import`;
export const importPath = (id: string): string => `${importsPath}/${id}`;
