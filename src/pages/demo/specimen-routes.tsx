import type { FastifyReply } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../base/problem.ts';
import { isLocale } from '../../base/texts.ts';
import { printDocument } from '../../documents/pdf.ts';
import { letterheadOf } from '../../documents/printed-document.ts';
import { claimsByLabel, claimsFrom, sampleAnswers, specimenOf } from '../../documents/specimen.ts';
import { sendPdf } from '../document-pdf.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { PageContext } from '../ui/page-context.ts';
import { SpecimensPage, specimensPath } from './specimen-page.tsx';

export interface SpecimenRoutesParts extends Pick<
  Parts,
  'catalogue' | 'config' | 'country' | 'pdf' | 'territory' | 'world'
> {
  readonly contextOf: (request: Request, reply: FastifyReply) => PageContext;
}

/** How documents look, for those who lay them out; to be added where the demonstration is on. */
export const specimenRoutes = (parts: SpecimenRoutesParts): readonly Route[] => [
  {
    method: 'GET',
    path: specimensPath,
    access: 'public',
    handler: async (request, reply) => {
      const services = parts.catalogue.services.map(({ service }) => service);
      return sendPage(reply, <SpecimensPage context={parts.contextOf(request, reply)} services={services} />);
    },
  },
  {
    method: 'GET',
    path: `${specimensPath}/:service/:kind/:file`,
    access: 'public',
    handler: async (request, reply) => {
      const { service: id, kind: name, file } = request.params as Record<'service' | 'kind' | 'file', string>;
      const service = parts.catalogue.find(id)?.service;
      const kind = service?.documents.get(name);
      const locale = /^([a-z]{2})\.pdf$/.exec(file)?.[1];
      if (!service || !kind || !isLocale(locale)) throw new Problem('not-found');
      const world = parts.world();
      const samples = join(parts.config.servicesFolder, service.id, 'samples.yaml');
      const text = existsSync(samples) ? readFileSync(samples, 'utf8') : undefined;
      const answers = sampleAnswers(service, kind, text, world);
      const institution = parts.territory.getInstitution(service.owner).name;
      const specimen = specimenOf(
        service,
        kind,
        { locale, institution, now: world.now },
        answers ? claimsFrom(answers, world) : claimsByLabel,
      );
      const pdf = await printDocument(parts.pdf, specimen, letterheadOf(parts.country, parts.config.url));
      return sendPdf(reply, pdf, `${service.id}-${name}-${locale}`);
    },
  },
];
