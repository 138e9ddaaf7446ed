import type { Text } from '../../base/texts.ts';

/** Why a record is with an institution, to its applicant and to civil servants. */
export const routeTexts = {
  handledBy: { ar: 'من ينظر في طلبك', fr: 'Qui traite votre demande', en: 'Who handles your request' },
  goesTo: {
    ar: 'يُرسَل طلبك إلى: {institution}.',
    fr: 'Votre demande sera transmise à : {institution}.',
    en: 'Your request goes to: {institution}.',
  },
  coversForYou: {
    ar: 'لأن نطاقها يشمل {place}، بحسب جوابك عن «{question}».',
    fr: 'Parce que son territoire comprend {place}, que vous avez indiqué sous « {question} ».',
    en: 'Because it covers {place}, which you gave as “{question}”.',
  },
  covers: {
    ar: 'لأن نطاقها يشمل {place}، بحسب الجواب عن «{question}».',
    fr: 'Parce que son territoire comprend {place}, indiqué sous « {question} ».',
    en: 'Because it covers {place}, given as “{question}”.',
  },
  namedForYou: {
    ar: 'لأنك اخترتها في «{question}».',
    fr: 'Parce que vous l’avez choisie sous « {question} ».',
    en: 'Because you chose it under “{question}”.',
  },
  named: {
    ar: 'لأنها الجهة المختارة في «{question}».',
    fr: 'Parce qu’elle a été choisie sous « {question} ».',
    en: 'Because it was chosen under “{question}”.',
  },
  entered: {
    ar: 'لأن الطلب سُجِّل لديها.',
    fr: 'Parce que la demande y a été enregistrée.',
    en: 'Because the request was entered there.',
  },
  because: { ar: 'استنادًا إلى: {answers}.', fr: 'D’après : {answers}.', en: 'Because of: {answers}.' },
  answer: { ar: '«{question}»: {answer}', fr: '« {question} » : {answer}', en: '“{question}”: {answer}' },
  all: {
    ar: 'لأنها تنظر في كل طلبات هذه الخدمة.',
    fr: 'Parce qu’elle traite toutes les demandes de ce service.',
    en: 'Because it handles all requests of this service.',
  },
  rest: {
    ar: 'لأنها تنظر في كل طلب لا تحيله قاعدة أخرى إلى جهة غيرها.',
    fr: 'Parce qu’elle traite toutes les demandes qu’aucune autre règle n’attribue ailleurs.',
    en: 'Because it handles every request that no other rule sends elsewhere.',
  },
  nowhere: {
    ar: 'لأن القواعد لم تجد جهة مختصة، فبقي الطلب لدى الجهة المسؤولة عن الخدمة.',
    fr: 'Parce que les règles n’ont trouvé aucune institution : la demande est restée à celle qui répond du service.',
    en: 'Because the rules found no institution: it stayed with the one that answers for the service.',
  },
  handedOver: {
    ar: 'لأنه أُحيل إليها من: {from}.',
    fr: 'Parce que « {from} » la lui a transmise.',
    en: 'Because {from} handed it over.',
  },
  succeeded: {
    ar: 'لأنها حلّت محلّ «{from}».',
    fr: 'Parce qu’elle a pris la suite de « {from} ».',
    en: 'Because it has taken the place of {from}.',
  },
  late: {
    ar: 'لأنها الجهة الأعلى من «{from}» التي انقضت المهلة من دون أن تجيب.',
    fr: 'Parce que « {from} », qui en dépend, n’a pas répondu à temps.',
    en: 'Because {from}, which answers to it, did not answer in time.',
  },
} as const satisfies Record<string, Text>;
