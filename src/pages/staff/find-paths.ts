export const searchPath = '/staff/search';
export const filterPath = '/staff/filter';
export const viewsPath = '/staff/views';
export const viewPath = (id: string): string => `${viewsPath}/${id}`;
