export const bulksPath = '/staff/bulk';
export const bulkPath = (id: string): string => `${bulksPath}/${id}`;
