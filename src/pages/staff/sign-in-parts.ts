import type { Demonstration } from '../../access/demonstration.ts';
import type { Factors } from '../../access/factors.ts';
import type { Invitations } from '../../access/invitations.ts';
import type { Passkeys } from '../../access/passkeys.ts';
import type { Passwords } from '../../access/passwords.ts';
import type { Provider } from '../../access/provider.ts';
import type { SignInDesk } from '../../access/sign-in.ts';
import type { StaffSessions } from '../../access/staff-sessions.ts';
import type { Text } from '../../base/texts.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Request } from '../route.ts';
import type { PageContext } from '../ui/page-context.ts';

/** What the pages before signing in are made from. */
export interface SignInParts {
  readonly signInDesk: SignInDesk;
  readonly sessions: StaffSessions;
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  readonly factors: Factors;
  readonly invitations: Invitations;
  /** The identity provider of the state, where there is one. */
  readonly provider: Provider | undefined;
  /** Set where the demonstration is on. */
  readonly demonstration: Demonstration | undefined;
  readonly catalogue: Pick<Catalogue, 'services'>;
  readonly country: { readonly portal: Text };
  readonly config: { readonly secure: boolean };
  readonly contextOf: (request: Request) => PageContext;
}
