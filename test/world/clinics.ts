import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locale, locales } from '../../src/base/texts.ts';
import { compileService, type ServiceFiles } from '../../src/definition/compile-service.ts';
import type { Service } from '../../src/definition/service.ts';

/**
 * A small register, invented for tests: clinics that registrars enter, clerks and the public propose corrections of, and
 * of which one answer is for inspectors only.
 */
const declaration = `
service: clinics
kind: register
owner: interior-ministry
reference: CL
entered_by: [clinic-registrar, clinic-clerk]
channels: [counter, call-centre]
applicant: {}
named_by: clinic
keep_months: 120
form:
  - page: clinic
    fields:
      - { name: clinic, type: text, required: true, protect: public }
      - { name: care, type: choice, options: [general, dental, eyes], required: true, protect: public }
      - { name: town, type: place, level: municipality, protect: public }
  - page: contact
    fields:
      - { name: doctor, type: text, protect: personal, changed_by: [clinic-registrar] }
      - { name: phone, type: phone, protect: personal }
      - { name: findings, type: long-text, protect: sensitive, seen_by: [clinic-inspector, clinic-registrar] }
states: { active: open, archived: closed }
actions:
  correct: { from: active, by: clinic-registrar, edit: all }
  suggest:
    from: active
    by: [clinic-clerk, clinic-registrar, applicant]
    propose: [clinic, care, town, doctor, phone]
    fields: [{ name: reason, type: text, required: true, protect: personal }]
  accept: { from: active, by: clinic-registrar, accept: true }
  decline:
    from: active
    by: [clinic-registrar, clinic-clerk]
    decline: true
    fields: [{ name: why, type: text, required: true, protect: personal }]
  archive: { from: active, to: archived, by: clinic-registrar, when: open_proposals == 0 }
  restore: { from: archived, to: active, by: clinic-registrar }
route:
  - { to: owner }
oversight: clinic-inspector
`;

const words: Readonly<Record<Locale, string>> = {
  ar: `
title: سجل العيادات
summary: كل العيادات العاملة في البلاد
record: عيادة
who_sees: يطّلع عليها موظفو السجل
pages: { clinic: { title: العيادة }, contact: { title: الاتصال والمسؤول } }
fields:
  clinic: { label: اسم العيادة }
  care: { label: نوع الرعاية, options: { general: طب عام, dental: طب أسنان, eyes: طب عيون } }
  town: { label: البلدة }
  doctor: { label: الطبيب المسؤول }
  phone: { label: رقم الهاتف }
  findings: { label: ملاحظات التفتيش }
states: { active: سارية, archived: محفوظة }
roles: { clinic-registrar: أمين سجل العيادات, clinic-clerk: موظف سجل العيادات, clinic-inspector: مفتّش العيادات }
actions:
  correct: { label: تصحيح }
  suggest: { label: اقتراح تعديل, fields: { reason: { label: سبب الاقتراح } } }
  accept: { label: قبول تعديل }
  decline: { label: رفض تعديل, fields: { why: { label: سبب الرفض } } }
  archive: { label: حفظ, unless: يجب البتّ في التعديلات المقترحة أولًا }
  restore: { label: إعادة إلى السجل }
`,
  fr: `
title: Registre des cliniques
summary: Toutes les cliniques du pays
record: Clinique
who_sees: Les agents du registre
pages: { clinic: { title: La clinique }, contact: { title: Le contact } }
fields:
  clinic: { label: Nom de la clinique }
  care: { label: Type de soins, options: { general: Médecine générale, dental: Soins dentaires, eyes: Ophtalmologie } }
  town: { label: Commune }
  doctor: { label: Médecin responsable }
  phone: { label: Téléphone }
  findings: { label: Constats de l’inspection }
states: { active: En vigueur, archived: Archivée }
roles: { clinic-registrar: conservateur du registre, clinic-clerk: agent du registre, clinic-inspector: inspecteur des cliniques }
actions:
  correct: { label: Corriger }
  suggest: { label: Proposer une modification, fields: { reason: { label: Motif } } }
  accept: { label: Accepter une modification }
  decline: { label: Rejeter une modification, fields: { why: { label: Motif du rejet } } }
  archive: { label: Archiver, unless: Il faut d’abord décider des modifications proposées }
  restore: { label: Rétablir }
`,
  en: `
title: Register of clinics
summary: All clinics of the country
record: Clinic
who_sees: The staff of the register
pages: { clinic: { title: The clinic }, contact: { title: Whom to ask } }
fields:
  clinic: { label: Name of the clinic }
  care: { label: Kind of care, options: { general: General, dental: Dental, eyes: Eyes } }
  town: { label: Town }
  doctor: { label: Doctor in charge }
  phone: { label: Telephone }
  findings: { label: Findings of the inspection }
states: { active: In force, archived: Archived }
roles: { clinic-registrar: registrar of clinics, clinic-clerk: clerk for clinics, clinic-inspector: inspector of clinics }
actions:
  correct: { label: Correct }
  suggest: { label: Propose a change, fields: { reason: { label: Reason } } }
  accept: { label: Accept a change }
  decline: { label: Decline a change, fields: { why: { label: Why } } }
  archive: { label: Archive, unless: A proposed change has to be decided on first }
  restore: { label: Restore }
`,
};

export const clinicFiles: ServiceFiles = {
  'service.yaml': declaration,
  ...Object.fromEntries(locales.map((locale) => [`texts.${locale}.yaml`, words[locale]])),
};

/** The register with one piece of its declaration written otherwise. */
export const clinicsWith = (from: string, to: string): ServiceFiles => {
  if (!declaration.includes(from)) throw new Error(`the register does not say ${from}`);
  return { ...clinicFiles, 'service.yaml': declaration.replace(from, () => to) };
};

/** The same for shelters, whose very names only registrars may read. */
export const shelterFiles: ServiceFiles = {
  ...clinicFiles,
  'service.yaml': declaration
    .replace('service: clinics', 'service: shelters')
    .replace('reference: CL', 'reference: SH')
    .replace('required: true, protect: public }', 'required: true, seen_by: clinic-registrar }'),
};

export const clinics: Service = compileService(clinicFiles, 'test', 'Asia/Beirut');

/** A folder of services with the register in it, for a program to start on. */
export const writeServices = async (extra: Readonly<Record<string, ServiceFiles>> = {}): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-services-'));
  for (const [id, files] of Object.entries({ clinics: clinicFiles, ...extra })) {
    await mkdir(join(folder, id));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, id, name), text);
  }
  return folder;
};
