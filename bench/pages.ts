import { generate } from './generate.ts';
import { startBenchProgram } from './program.ts';
import { report, row, tableHead } from './report.ts';

const seconds = 8;

/** The first page of a form for a new visitor, and the tracking page of a permit that was just issued. */
export const benchPages = async (): Promise<void> => {
  const program = await startBenchProgram();
  const lines = [...tableHead()];
  try {
    const tracked = await openTrackedRecord(program.port);
    const pages = [
      { what: 'form page, new visitor', path: '/services/mobility-permit/form/applicant', headers: '' },
      { what: 'tracking page, record from the database', path: tracked.path, headers: `cookie: ${tracked.cookie}\r\n` },
    ];
    for (const { what, path, headers } of pages) {
      await generate({ kind: 'page', port: program.port, path, headers, connections: 64, seconds: 3 });
      for (const connections of [1, 16, 64]) {
        const { figures } = await generate({ kind: 'page', port: program.port, path, headers, connections, seconds });
        lines.push(row(what, figures));
      }
    }
  } finally {
    await program.stop();
  }
  report('pages', lines);
};

/** Submits a permit and opens it as its applicant would, by the link of the text message. */
export const openTrackedRecord = async (port: number): Promise<{ path: string; cookie: string }> => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const data = {
    full_name: 'ليلى حدّاد',
    phone: '03 123 456',
    origin: 'LB-JA-SAI-001',
    destination: 'LB-BA-BEI-001',
    reason: 'medical',
    leave_at: at(1),
    back_at: at(3),
  };
  const submitted = await fetch(`http://localhost:${port}/api/v1/services/mobility-permit/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: crypto.randomUUID(), data, locale: 'ar' }),
  });
  const { reference, secret } = (await submitted.json()) as { reference: string; secret: string };
  const opened = await fetch(`http://localhost:${port}/o/${reference}/${secret.replaceAll(' ', '')}`, {
    redirect: 'manual',
  });
  const cookie = opened.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { path: `/track/${reference}`, cookie };
};
