import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { shelterFiles, writeServices } from './clinics.ts';
import { type OpenProgram, openProgram } from './open-program.ts';
import { permitFiles } from './service.ts';

interface Called {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A program with the registers of clinics and of shelters beside the permits, which supervisors may enter too, and the API as the people of its demonstration call it. */
export interface ClinicDesk {
  readonly program: OpenProgram;
  /** GET, or POST where there is a body; in English. */
  readonly call: (
    path: string,
    init?: { readonly token?: string | undefined; readonly body?: object },
  ) => Promise<Called>;
  readonly tokenOf: (person: string) => Promise<string>;
  /** Enters a clinic; gives its reference. */
  readonly enter: (data?: object, person?: string) => Promise<string>;
  /** The same with what opens it, as the API answers. */
  readonly enterWithSecret: () => Promise<{ readonly reference: string; readonly secret: string }>;
  readonly stop: () => Promise<void>;
}

export const findings = 'SEEN-BY-FEW';
export const clinic = { clinic: 'Al Amal', care: 'general', doctor: 'Dr Aoun', phone: '03 123 456', findings };
export const clinicSubmissions = '/api/v1/services/clinics/submissions';

export const openClinicDesk = async (): Promise<ClinicDesk> => {
  const declaration = `${permitFiles['service.yaml']}\nentered_by: [applicant, permit-supervisor]\n`;
  const folder = await writeServices({
    shelters: shelterFiles,
    'mobility-permit': { ...permitFiles, 'service.yaml': declaration, 'samples.yaml': '[]' },
  });
  const program = await openProgram({ DIWAN_SERVICES: folder });
  const tokens = new Map<string, Promise<string>>();
  const call: ClinicDesk['call'] = async (path, { token, body } = {}) => {
    const answer = await fetch(program.url + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        'accept-language': 'en',
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as Called['json'];
    // A machine with much to do turns requests away for a moment, and says so.
    if (answer.status === 503) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return call(path, { token, ...(body && { body }) });
    }
    return { status: answer.status, json };
  };
  const signIn = async (person: string): Promise<string> => {
    const body = { email: `${person}@demo.diwan`, password: 'diwan-demo-2026' };
    return (await call('/api/v1/sessions', { body })).json['token'] as string;
  };
  const tokenOf = (person: string): Promise<string> => {
    const token = tokens.get(person) ?? signIn(person);
    tokens.set(person, token);
    return token;
  };
  await call('/api/v1/services');
  const enter = async (data: object, person: string) => {
    const token = await tokenOf(person);
    const { status, json } = await call(clinicSubmissions, { token, body: { key: randomUUID(), data } });
    if (status !== 201) throw new Error(`not entered: ${JSON.stringify(json)}`);
    return json as { readonly reference: string; readonly secret: string };
  };
  return {
    program,
    call,
    tokenOf,
    enter: async (data = clinic, person = 'clinic-registrar') => (await enter(data, person)).reference,
    enterWithSecret: () => enter(clinic, 'clinic-registrar'),
    stop: async () => {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
