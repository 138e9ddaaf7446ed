import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permit, worldAt, noon } from '../../../test/world/service.ts';
import { inProject } from '../../base/paths.ts';
import { createPdfRenderer } from '../../documents/pdf.ts';
import { claimsByLabel, specimenOf } from '../../documents/specimen.ts';
import { verifyCredential } from '../../documents/verify-credential.ts';
import type { Request } from '../route.ts';
import { specimenRoutes, type SpecimenRoutesParts } from './specimen-routes.tsx';

const name = { ar: 'بوابة', fr: 'Portail', en: 'Portal' };
const pdf = createPdfRenderer();
let app: FastifyInstance;
beforeAll(() => {
  app = Fastify();
  const routes = specimenRoutes({
    catalogue: {
      services: [{ service: permit }],
      find: (id: string) => (id === permit.id ? { service: permit } : undefined),
    },
    config: { servicesFolder: inProject('services'), url: 'https://diwan.example' },
    country: {
      name,
      logo: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
      colour: '#0B5D4B',
      timeZone: 'Asia/Beirut',
    },
    pdf,
    territory: { getInstitution: () => ({ name }) },
    world: () => worldAt(noon),
    contextOf: (request: Request) => ({
      locale: 'fr',
      url: request.url,
      portal: { name, owner: name, footer: [], isDemo: true },
      assets: {
        colour: '#000',
        css: () => '/a.css',
        fonts: () => [],
        icon: '/a.svg',
        island: () => ({ src: '', preload: [], later: [] }),
        files: [],
      },
    }),
  } as unknown as SpecimenRoutesParts);
  for (const { method, path, handler } of routes)
    app.route({ method, url: path, handler: (request, reply) => handler(request as Request, reply) });
});
afterAll(async () => {
  await app.close();
  await pdf.stop();
});

test('every document of every service is listed in each language', async () => {
  const { body } = await app.inject('/demo/documents');
  for (const locale of ['ar', 'fr', 'en'])
    expect(body).toContain(`/demo/documents/mobility-permit/permit/${locale}.pdf`);
  expect(body).toContain(permit.documents.get('permit')?.title.fr);
});

test('a document is shown with the answers of a sample, and says that it is none', async () => {
  const { rawPayload, headers } = await app.inject('/demo/documents/mobility-permit/permit/fr.pdf');
  expect(headers['content-type']).toBe('application/pdf');
  expect(rawPayload.toString('latin1')).toContain('/Lang (fr');
  const kind = permit.documents.get('permit');
  if (!kind) throw new Error('there is no permit');
  const { credential } = specimenOf(permit, kind, { locale: 'fr', institution: name, now: noon }, claimsByLabel);
  const material = { keys: [], keysFetchedAt: noon, statusLists: [], now: noon };
  expect(await verifyCredential(credential, material)).toMatchObject({ verdict: 'not-a-document' });
});

test.each(['permit/xx.pdf', 'nothing/fr.pdf', 'permit/fr.png'])('there is no %s', async (path) => {
  const { statusCode } = await app.inject(`/demo/documents/mobility-permit/${path}`);
  expect(statusCode).not.toBe(200);
});
