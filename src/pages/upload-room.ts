import { clientNetwork } from '../access/client-network.ts';
import type { UploadRoom } from '../intake/uploads.ts';
import type { Parts } from './parts.ts';
import type { Request } from './route.ts';

/** How much more a sender may leave waiting: counted by account where somebody is signed in, else by network. */
export const roomOf = ({ config, secrets }: Pick<Parts, 'config' | 'secrets'>, { staff, ip }: Request): UploadRoom => ({
  holder: secrets.mac('upload-holder', ...(staff ? ['account', staff.accountId] : ['network', clientNetwork(ip)])),
  own: config.uploadBytesPerClient,
  all: config.uploadBytesWaiting,
});
