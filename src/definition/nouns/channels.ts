import { type Static, Type } from 'typebox';
import type { CelType } from '../expressions.ts';
import type { Noun } from '../noun.ts';

/** Ways by which applicants themselves reach the platform. */
export const applicantChannels = ['web', 'api', 'sms', 'email', 'odk'] as const;
/** Ways by which a civil servant enters what somebody brought, said or left on paper. */
export const staffChannels = ['counter', 'call-centre', 'import'] as const;

export const channelNames = [...applicantChannels, ...staffChannels] as const;
export type Channel = (typeof channelNames)[number];
export type StaffChannel = (typeof staffChannels)[number];

const usualStaffChannels: readonly StaffChannel[] = ['counter', 'call-centre'];

const schema = Type.Optional(
  Type.Array(Type.Enum(channelNames), {
    minItems: 1,
    uniqueItems: true,
    description:
      'By which ways records may come in: web, api, sms, email, odk from applicants; counter, call-centre, import from staff. Left out: all of applicants, and counter and call-centre where staff enter records.',
  }),
);

export interface ChannelsPart {
  readonly channels: ReadonlySet<Channel>;
}

/** What every form and rule knows besides answers: the way by which the record came in, or is being entered. */
export const knownToForms = { channel: 'string' } as const satisfies Readonly<Record<string, CelType>>;

/** The way by which a form is tried where nobody says which. */
export const usualChannel = ({ channels }: ChannelsPart): Channel =>
  channels.has('web') ? 'web' : ([...channels][0] ?? 'web');

export const isChannel = (name: string): name is Channel => (channelNames as readonly string[]).includes(name);

export const isStaffChannel = (channel: string): channel is StaffChannel =>
  (staffChannels as readonly string[]).includes(channel);

/** By which ways records may come in. */
export const channels: Noun<Static<typeof schema>, ChannelsPart> = {
  schema,
  celValues: (service) => ({ channel: [...service.channels] }),
  compile: (context, source, { enteredBy }) => {
    const hasStaff = enteredBy.roles.length > 0;
    const usual = [...(enteredBy.applicant ? applicantChannels : []), ...(hasStaff ? usualStaffChannels : [])];
    const declared: readonly Channel[] = source ?? usual;
    const ofStaff = declared.filter(isStaffChannel);
    const ofApplicants = declared.filter((channel) => !isStaffChannel(channel));
    const fault = (message: string) => context.fault(['channels'], message);
    if (ofStaff.length > 0 && !hasStaff)
      fault(`nobody enters records by ${ofStaff.join(', ')}: name a role in "entered_by", or take it out`);
    if (ofStaff.length === 0 && hasStaff)
      fault(`the roles in "entered_by" have no way to enter records: add one of ${staffChannels.join(', ')}`);
    if (ofApplicants.length > 0 && !enteredBy.applicant)
      fault(`${ofApplicants.join(', ')} is for applicants: add "applicant" to "entered_by", or take it out`);
    if (ofApplicants.length === 0 && enteredBy.applicant)
      fault(`applicants have no way to apply: add one of ${applicantChannels.join(', ')}`);
    return { channels: new Set(declared) };
  },
};
