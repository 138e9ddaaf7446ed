import { statement } from '../base/database.ts';

export interface PasskeyRow {
  readonly id: string;
  readonly account_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly sign_count: number;
  readonly transports: readonly string[];
  readonly backed_up: boolean;
  readonly name: string;
  readonly added_at: Date;
  readonly used_at: Date | null;
}

const columns = `id, account_id, credential_id, public_key, sign_count, transports, backed_up, name, added_at, used_at`;

/** Values: account. */
export const listPasskeys = statement<PasskeyRow>(
  'passkey/list',
  `select ${columns} from account_passkey where account_id = $1 order by added_at, id`,
);

/** Values: credential id. */
export const findPasskey = statement<PasskeyRow>(
  'passkey/find',
  `select ${columns} from account_passkey where credential_id = $1`,
);

export interface PasskeyIdRow {
  readonly id: string;
}

/** Values: account, credential id, public key, sign count, transports, backed up, name. No row when the credential is known. */
export const insertPasskey = statement<PasskeyIdRow>(
  'passkey/insert',
  `insert into account_passkey (account_id, credential_id, public_key, sign_count, transports, backed_up, name)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (credential_id) do nothing
   returning id`,
);

/** Values: passkey, sign count. No row when it has counted this far already, as a copied key would (0: it does not count). */
export const markPasskeyUsed = statement<PasskeyIdRow>(
  'passkey/mark-used',
  `update account_passkey set sign_count = $2, used_at = now()
    where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0))
   returning id`,
);

/** Values: account, passkey. */
export const deletePasskey = statement<PasskeyIdRow>(
  'passkey/delete',
  `delete from account_passkey where account_id = $1 and id = $2 returning id`,
);
