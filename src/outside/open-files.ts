import { join } from 'node:path';
import type { Config } from '../base/config.ts';
import type { Database } from '../base/database.ts';
import { findPrivateFile } from '../base/private-files.ts';
import { StartupError } from '../base/startup-error.ts';
import { createDatabaseStorage } from './database-storage.ts';
import { createDiskStorage } from './disk-storage.ts';
import type { StorageName } from './file-storage.ts';
import { createFiles, type Files } from './files.ts';
import { createS3Storage } from './s3-storage.ts';

type FilesConfig = Pick<
  Config,
  | 'dataFolder'
  | 'databaseUrl'
  | 'filesStorage'
  | 'filesS3Endpoint'
  | 'filesS3Bucket'
  | 'filesS3Region'
  | 'filesS3AccessKey'
  | 'filesS3SecretKey'
  | 'filesS3KeyFile'
>;

/** The folder of a machine is at hand where the database is; programs that share one do not share a folder. */
const homeOf = ({ filesStorage, filesS3Endpoint, databaseUrl }: FilesConfig): StorageName =>
  filesStorage ?? (filesS3Endpoint === undefined ? (databaseUrl === undefined ? 'disk' : 'database') : 's3');

/** What files hold, as the settings say: all storages that can be read, and the one that new ones are put in. */
export const openFiles = (config: FilesConfig, database: Database): Files =>
  createFiles(
    database,
    {
      database: createDatabaseStorage(database),
      disk: createDiskStorage(join(config.dataFolder, 'files')),
      ...(config.filesS3Endpoint !== undefined && {
        s3: createS3Storage({
          endpoint: config.filesS3Endpoint,
          bucket: config.filesS3Bucket,
          region: config.filesS3Region,
          ...keyOf(config),
        }),
      }),
    },
    homeOf(config),
  );

const keyOf = ({ filesS3KeyFile, filesS3AccessKey, filesS3SecretKey }: FilesConfig) => {
  if (filesS3KeyFile === undefined) return { accessKey: filesS3AccessKey ?? '', secretKey: filesS3SecretKey ?? '' };
  const [accessKey, secretKey] = findPrivateFile(filesS3KeyFile)?.toString().trim().split(/\s+/) ?? [];
  if (!accessKey || !secretKey)
    throw new StartupError(
      `FILES_S3_KEY_FILE="${filesS3KeyFile}" cannot be used. Write the name of the key on its first line, and the key on its second.`,
    );
  return { accessKey, secretKey };
};
