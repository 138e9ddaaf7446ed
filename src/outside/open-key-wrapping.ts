import { join } from 'node:path';
import type { Config } from '../base/config.ts';
import { createKeyService } from './key-service.ts';
import type { KeyWrapping } from './key-wrapping.ts';
import { keysAtHand, openFileKeys, readMasterKeys } from './local-keys.ts';

/** Who keeps the master key here: a key service, a variable, or else files in the folder of keys. */
export const openKeyWrapping = ({
  masterKeys,
  keyServiceUrl,
  keyServiceToken,
  dataFolder,
}: Pick<Config, 'masterKeys' | 'keyServiceUrl' | 'keyServiceToken' | 'dataFolder'>): KeyWrapping => {
  if (keyServiceUrl !== undefined) return createKeyService({ url: keyServiceUrl, token: keyServiceToken });
  if (masterKeys !== undefined) return keysAtHand(readMasterKeys(masterKeys));
  return openFileKeys(join(dataFolder, 'keys'));
};
