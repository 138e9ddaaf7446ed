import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { say } from '../../../base/texts.ts';
import { listPrintings, type PrintingRow } from '../../../projections/printing-queries.ts';
import { sendPdf } from '../../document-pdf.ts';
import { textOf } from '../../http/inputs.ts';
import type { Request, Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { Button } from '../../ui/button.tsx';
import { Radios } from '../../ui/choice-field.tsx';
import { Page, Title } from '../../ui/page.tsx';
import type { PageContext } from '../../ui/page-context.ts';
import { ClosedAnswers } from '../closed-answers.tsx';
import type { Desk } from '../desk.ts';
import { findGatheredLinks, isNamedByOthers, type GatheredLink, readSubject } from '../gathered/gathered-data.ts';
import { titleOf } from '../gathered/gathered-page.tsx';
import { sendNoRecord } from '../no-record-page.tsx';
import { type DeskRecord, namesOfAccounts } from '../record-data.ts';
import { openFrom } from '../record-routes.tsx';
import { namesRecords } from '../../../events/referred-records.ts';
import { type Company, mostLinked, printDossier } from './dossier-data.ts';
import { dossierPath, printingPath } from './dossier-paths.ts';
import { findPrint } from './find-print.ts';
import { PrintingPage, Printings } from './printing-page.tsx';
import { dossierTexts as texts } from './dossier-texts.ts';

const companyInput = 'with';

interface PrintPageProps {
  readonly context: PageContext;
  readonly csrfToken: string;
  readonly opened: DeskRecord;
  readonly links: readonly GatheredLink[];
  readonly hasLinks: boolean;
  readonly prints: Prints;
}

const PrintPage = ({ context, csrfToken, opened, links, hasLinks, prints }: PrintPageProps) => {
  const { locale } = context;
  const { reference, service } = opened;
  const title = say(locale, texts.title, { reference });
  const hint = say(locale, texts.most, { count: mostLinked });
  const path = dossierPath(reference);
  return (
    <Page context={context} title={title} backHref={`/staff/records/${reference}`}>
      <Title>{title}</Title>
      <p>{say(locale, texts.lead)}</p>
      <ClosedAnswers isAlone opened={opened} csrfToken={csrfToken} back={path} />
      <form method="post" action={path} class="stack">
        <input type="hidden" name="_csrf" value={csrfToken} />
        <Radios
          locale={locale}
          name={companyInput}
          label={say(locale, texts.what)}
          value="alone"
          options={[
            { value: 'alone', label: say(locale, texts.alone) },
            ...(hasLinks ? [{ value: 'links', label: say(locale, texts.withLinks), hint }] : []),
            ...links.flatMap(({ field, total }) =>
              field && total !== undefined
                ? [
                    {
                      value: `by ${field.name}`,
                      label: say(locale, texts.withSame, { what: titleOf(service, field, locale) }),
                      hint,
                    },
                  ]
                : [],
            ),
          ]}
        />
        <div class="actions">
          <Button icon="document">{say(locale, texts.make)}</Button>
        </div>
      </form>
      <Printings opened={opened} {...prints} />
    </Page>
  );
};

const mostPrints = 20;
interface Prints {
  readonly printings: readonly PrintingRow[];
  readonly names: DeskRecord['names'];
}

const printsOf = async (desk: Desk, { record }: DeskRecord, besides: readonly PrintingRow[] = []): Promise<Prints> => {
  const printings = await desk.parts.database.run(listPrintings, [record.id, mostPrints]);
  return {
    printings,
    names: await namesOfAccounts(
      desk,
      [...printings, ...besides].map(({ account }) => account),
    ),
  };
};

const readCompany = ({ service }: DeskRecord, text: string): Company => {
  if (text === '' || text === 'alone') return 'alone';
  if (text === 'links') return 'links';
  const field = readSubject(service, /^by (.+)$/.exec(text)?.[1] ?? '');
  if (!field || field.type === 'institution') throw new Problem('not-found');
  return field;
};

/** Printing a record: what is made is a reading of each record in it, and has a number. */
export const dossierRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: dossierPath(':reference'),
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request);
      if (!opened) return sendNoRecord(desk, request, reply);
      const links = await findGatheredLinks(desk, opened);
      const hasLinks = isNamedByOthers(desk, opened.service) || namesRecords(opened.service.fields);
      const context = desk.contextOf(request, reply);
      const prints = await printsOf(desk, opened);
      return sendPage(
        reply,
        <PrintPage {...{ context, opened, links, hasLinks, prints }} csrfToken={reply.generateCsrf()} />,
      );
    },
  },
  {
    method: 'GET',
    path: printingPath(':number'),
    access: 'staff',
    perMinute: 60,
    handler: async (request: Request, reply: FastifyReply) => {
      const found = await findPrint(desk, request, (request.params as { number: string }).number);
      if (!found) return sendNoRecord(desk, request, reply);
      const { printing, opened } = found;
      const prints = await printsOf(desk, opened, [printing]);
      return sendPage(
        reply,
        <PrintingPage context={desk.contextOf(request, reply)} {...{ opened, printing }} {...prints} />,
      );
    },
  },
  {
    method: 'POST',
    path: dossierPath(':reference'),
    access: 'staff',
    perMinute: 10,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request, 'print');
      if (!opened) return sendNoRecord(desk, request, reply);
      const { pdf, number } = await printDossier(desk, opened, readCompany(opened, textOf(request.body, companyInput)));
      return sendPdf(reply, pdf, `${opened.reference}-${number}`);
    },
  },
];
