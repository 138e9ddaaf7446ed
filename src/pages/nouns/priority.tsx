import { say, type Text } from '../../base/texts.ts';
import type { PriorityLevel } from '../../definition/nouns/priority.ts';
import { priorityOf } from '../../record/nouns/priority.ts';
import type { PageNoun } from '../noun.ts';
import { Card } from '../ui/card.tsx';

const texts = {
  title: { ar: 'الأولوية', fr: 'Priorité', en: 'Priority' },
  high: { ar: 'طلب عاجل', fr: 'Demande urgente', en: 'Urgent' },
  low: { ar: 'يمكن أن ينتظر', fr: 'Peut attendre', en: 'Can wait' },
  because: { ar: '{level}: {reason}', fr: '{level} : {reason}', en: '{level}: {reason}' },
} as const satisfies Record<string, Text>;

export const priorityLevelTexts: Readonly<Record<PriorityLevel, Text>> = { high: texts.high, low: texts.low };

export const priority: PageNoun = {
  staffCard: (_desk, { service, record, tools: { locale } }) => {
    const rule = priorityOf(service, record);
    return (
      rule && (
        <Card title={say(locale, texts.title)}>
          <p>
            {say(locale, texts.because, {
              level: priorityLevelTexts[rule.level][locale],
              reason: rule.because[locale],
            })}
          </p>
        </Card>
      )
    );
  },
  json: ({ service, record, candidate }, locale) => {
    const rule = priorityOf(service, record);
    return rule && candidate.kind === 'account'
      ? { priority: { level: rule.level, rule: rule.name, because: rule.because[locale] } }
      : {};
  },
};
