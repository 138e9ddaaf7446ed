import type { Demonstration } from '../access/demonstration.ts';
import type { Applicants } from '../access/applicants.ts';
import type { ApiKeys } from '../access/api-keys.ts';
import type { AttemptLimit } from '../access/attempt-limit.ts';
import type { Covers } from '../access/grant.ts';
import type { Readings } from '../access/readings.ts';
import type { Factors } from '../access/factors.ts';
import type { Invitations } from '../access/invitations.ts';
import type { Passkeys } from '../access/passkeys.ts';
import type { PasswordHashing } from '../access/password-hashing.ts';
import type { PasswordJudge } from '../access/password-judge.ts';
import type { Passwords } from '../access/passwords.ts';
import type { Provider } from '../access/provider.ts';
import type { StepUp } from '../access/step-up.ts';
import type { Setup } from '../access/setup.ts';
import type { SignInDesk } from '../access/sign-in.ts';
import type { StaffSessions } from '../access/staff-sessions.ts';
import type { Config } from '../base/config.ts';
import type { CheckLayouts } from '../catalogue/publish.ts';
import type { Land } from '../definition/analysis/land.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database } from '../base/database.ts';
import type { Secrets } from '../base/secrets.ts';
import type { EngineParts } from '../events/engine.ts';
import type { KeyRing } from '../documents/keys.ts';
import type { PdfRenderer } from '../documents/pdf.ts';
import type { PublishedStatusLists } from '../documents/published-status-lists.ts';
import type { World } from '../form/world.ts';
import type { CellWorld } from '../intake/import/find-by-name.ts';
import type { Intake } from '../intake/submit.ts';
import type { SearchIndex } from '../projections/search-index.ts';
import type { LiveWork } from '../projections/live.ts';
import type { Render } from '../reactions/delivery-sender.ts';
import type { Jobs } from '../reactions/jobs.ts';
import type { Country } from '../territory/country.ts';
import type { Assets } from './assets.ts';
import type { Portal } from './ui/page-context.ts';
import type { LiveCountry } from '../territory/live-country.ts';
import type { Territory } from '../territory/territory.ts';

/** What pages and the API are made from: assembled once, in server.ts. */
export interface Parts {
  readonly config: Config;
  readonly country: Country;
  /** The first set-up, as long as it waits to be done. */
  readonly setup: Setup;
  /** The same country, for those who change it. */
  readonly liveCountry: LiveCountry;
  readonly territory: Territory;
  readonly database: Database;
  readonly catalogue: Catalogue;
  /** The country that declarations are checked against. */
  readonly land: Land;
  readonly checkLayouts: CheckLayouts;
  readonly secrets: Secrets;
  readonly engine: EngineParts;
  readonly intake: Intake;
  readonly sessions: StaffSessions;
  /** Keys of institutions' own systems. */
  readonly apiKeys: ApiKeys;
  readonly signInDesk: SignInDesk;
  readonly passwords: Passwords;
  readonly passwordJudge: PasswordJudge;
  readonly hashing: PasswordHashing;
  readonly factors: Factors;
  readonly passkeys: Passkeys;
  readonly stepUp: StepUp;
  readonly invitations: Invitations;
  /** The identity provider of the state, where there is one. */
  readonly provider: Provider | undefined;
  /** Name of the cookie that holds a session. */
  readonly sessionCookie: string;
  /** People who see their requests by a code sent to the phone. */
  readonly applicants: Applicants;
  /** Failed secrets of records, by client network, over pages and API alike. */
  readonly secretFailures: AttemptLimit;
  readonly covers: Covers;
  /** Writes down who reads what of whom. */
  readonly readings: Readings;
  /** Makes the words of a message, as the delivery does. */
  readonly renderMessage: Render;
  readonly world: () => World;
  /** The invented accounts, where the demonstration is on. */
  readonly demonstration: Demonstration | undefined;
  readonly portal: Portal;
  readonly assets: Assets;
  readonly keys: KeyRing;
  readonly statusLists: PublishedStatusLists;
  readonly pdf: PdfRenderer;
  /** Keeps the words by which records are found. */
  readonly searchIndex: SearchIndex;
  /** Tells pages that are open of changes. */
  readonly live: LiveWork;
  /** What runs in the background. */
  readonly jobs: Pick<Jobs, 'list' | 'once'>;
  /** Lets the delivery look for messages at once. */
  readonly wakeDelivery: () => void;
  /** Lets files that were sent to be imported be read at once. */
  readonly wakeImports: () => void;
  /** Lets actions on many records be done at once. */
  readonly wakeBulk: () => void;
  /** How cells of such files are read. */
  readonly cellWorld: () => CellWorld;
  /** Lets records of campaigns be opened at once. */
  readonly wakeCampaigns: () => void;
}
