/** Addresses of administration, each once. */
export const adminPath = '/staff/admin';
export const institutionsPath = `${adminPath}/institutions`;
export const institutionPath = (code: string): string => `${institutionsPath}/${encodeURIComponent(code)}`;
export const placesPath = `${adminPath}/places`;
export const placePath = (code: string): string => `${placesPath}/${encodeURIComponent(code)}`;
export const placeImportPath = `${adminPath}/place-imports`;
export const calendarPath = `${adminPath}/calendar`;
export const keysPath = `${adminPath}/keys`;
export const jobsPath = `${adminPath}/jobs`;
export const storagePath = `${adminPath}/storage`;
export const settingsPath = `${adminPath}/settings`;
export const changesPath = `${adminPath}/changes`;
export const apiKeysPath = `${adminPath}/api-keys`;
export const apiKeyPath = (id: string): string => `${apiKeysPath}/${encodeURIComponent(id)}`;
export const agreementsPath = `${adminPath}/agreements`;
export const agreementPath = (id: number): string => `${agreementsPath}/${id}`;
