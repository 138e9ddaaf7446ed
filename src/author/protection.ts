import { join } from 'node:path';
import type { Config } from '../base/config.ts';
import { loadSecrets, type Secrets } from '../base/secrets.ts';
import { createDataKeys, type DataKeys } from '../events/data-keys.ts';
import { openKeyWrapping } from '../outside/open-key-wrapping.ts';

/** The keys of an installation, for commands that read or write what is sensitive. */
export const openProtection = (config: Config): { readonly secrets: Secrets; readonly dataKeys: DataKeys } => ({
  secrets: loadSecrets(join(config.dataFolder, 'keys')),
  dataKeys: createDataKeys(openKeyWrapping(config)),
});
