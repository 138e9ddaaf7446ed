import { say } from '../../../base/texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Actions, Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { type Option, SelectField } from '../../ui/choice-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Table } from '../../ui/table.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SureBox } from '../services/sure-box.tsx';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminContext, AdminForm, AdminPage } from './admin-page.tsx';
import { institutionPath, institutionsPath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import type { InstitutionFacts } from './institution-facts.ts';
import { institutionsTexts as texts } from './institutions-texts.ts';

/** What is about to happen: nothing yet, or this, for codes that were found to be right. */
export interface SuccessionPlan {
  readonly codes: readonly string[];
  readonly into: readonly string[];
  readonly facts: InstitutionFacts;
  readonly children: number;
}

interface Props {
  readonly context: AdminContext;
  readonly desk: AdminDesk;
  readonly kind: 'merge' | 'split';
  readonly code: string;
  readonly options: readonly Option[];
  /** As typed. */
  readonly into: readonly string[];
  readonly others: string;
  readonly note: string;
  readonly plan: SuccessionPlan | undefined;
  readonly fates: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
}

export const fateInput = (grant: string): string => `grant:${grant}`;
/** How many may take the place of one. */
export const mostSuccessors = 4;

/** Merges or splits in two steps: who is meant, then what will happen, with a decision on each grant. */
export const SuccessionPage = (props: Props) => {
  const { context, desk, kind, code, plan, problems } = props;
  const { locale } = context;
  const name = desk.sayInstitution(code, locale);
  const title = say(locale, kind === 'merge' ? texts.mergeTitle : texts.splitTitle, { name });
  return (
    <AdminPage
      context={context}
      title={title}
      problems={problems}
      crumbs={[
        { href: institutionsPath, label: say(locale, adminTexts.institutions) },
        { href: institutionPath(code), label: name },
      ]}
    >
      <AdminForm context={context} action={`${institutionPath(code)}/${kind}`}>
        {plan ? <Preview {...props} plan={plan} /> : <Question {...props} />}
      </AdminForm>
    </AdminPage>
  );
};

const Question = ({ context: { locale }, kind, options, into, others, note, problems }: Props) => {
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  return (
    <>
      {kind === 'merge' ? (
        <>
          <SelectField
            locale={locale}
            name="into"
            label={say(locale, texts.into)}
            options={options}
            value={into[0]}
            error={errorOf('into')}
          />
          <TextArea
            locale={locale}
            name="others"
            label={say(locale, texts.alsoMerge)}
            hint={say(locale, texts.alsoMergeHint)}
            value={others}
            rows={3}
            error={errorOf('codes')}
            optional
          />
        </>
      ) : (
        <>
          <p>{say(locale, texts.splitHow)}</p>
          {Array.from({ length: mostSuccessors }, (_, index) => (
            <SelectField
              locale={locale}
              name={index === 0 ? 'into' : `into${index}`}
              label={say(locale, index === 0 ? texts.splitFirst : texts.splitOther)}
              options={options}
              value={into[index]}
              error={index === 0 ? errorOf('into') : undefined}
              optional={index > 1}
            />
          ))}
        </>
      )}
      <TextField
        locale={locale}
        name="note"
        label={say(locale, adminTexts.note)}
        hint={say(locale, adminTexts.noteHint)}
        value={note}
        maxLength={300}
        optional
      />
      <Actions>
        <Button name="step" value="preview">
          {say(locale, adminTexts.preview)}
        </Button>
      </Actions>
    </>
  );
};

const Preview = (props: Props & { readonly plan: SuccessionPlan }) => {
  const { context, desk, kind, plan, others, note, fates, problems } = props;
  const { locale } = context;
  const { facts, into, codes } = plan;
  const hidden =
    kind === 'merge'
      ? [['into', into[0] ?? '']]
      : into.map((each, index) => [index === 0 ? 'into' : `into${index}`, each]);
  return (
    <>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="others" value={others} />
      <input type="hidden" name="note" value={note} />
      <Card title={say(locale, texts.previewTitle)}>
        <p class="succession">
          <strong>{codes.map((code) => desk.sayInstitution(code, locale)).join(locale === 'ar' ? '، ' : ', ')}</strong>{' '}
          <Icon name="chevron" />{' '}
          <strong>{into.map((code) => desk.sayInstitution(code, locale)).join(locale === 'ar' ? '، ' : ', ')}</strong>
        </p>
        <ul class="ds-list">
          <li>{say(locale, texts.previewRecords, { count: facts.open })}</li>
          <li>{say(locale, texts.previewTasks, { count: facts.tasks })}</li>
          <li>{say(locale, texts.previewClosed)}</li>
          <li>{say(locale, texts.previewChildren, { count: plan.children })}</li>
        </ul>
      </Card>
      {facts.services.length > 0 && (
        <Alert tone="warning">
          <p>{say(locale, texts.previewNamed, { services: facts.services.join(locale === 'ar' ? '، ' : ', ') })}</p>
        </Alert>
      )}
      <h2>{say(locale, texts.grantsTitle)}</h2>
      {facts.grants.length === 0 ? (
        <p class="quiet">{say(locale, texts.noGrants)}</p>
      ) : (
        <>
          <p>{say(locale, texts.grantsLead)}</p>
          <Table
            caption={say(locale, texts.grantsTitle)}
            isCaptionHidden
            rows={facts.grants}
            columns={[
              {
                label: say(locale, texts.person),
                isHeader: true,
                cell: ({ name, nameLatin }) => <bdi>{locale === 'ar' ? name : nameLatin}</bdi>,
              },
              { label: say(locale, texts.grantRole), cell: ({ role }) => desk.nameRole(role, locale) },
              {
                label: say(locale, texts.fate),
                cell: ({ id, name, nameLatin, role }) => (
                  <select
                    class="ds-input"
                    name={fateInput(id)}
                    aria-label={`${say(locale, texts.fate)} – ${locale === 'ar' ? name : nameLatin}, ${desk.nameRole(role, locale)}`}
                  >
                    {into.map((each, index) => (
                      <option
                        value={each}
                        selected={(fates.get(id) ?? into[0]) === each || (!fates.has(id) && index === 0)}
                      >
                        {say(locale, texts.fateMove, { name: desk.sayInstitution(each, locale) })}
                      </option>
                    ))}
                    <option value="end" selected={fates.get(id) === 'end'}>
                      {say(locale, texts.fateEnd)}
                    </option>
                  </select>
                ),
              },
            ]}
          />
        </>
      )}
      <SureBox locale={locale} label={say(locale, adminTexts.sure)} problems={problems} />
      <Actions>
        <Button name="step" value="confirm" danger>
          {say(locale, kind === 'merge' ? texts.mergeNow : texts.splitNow)}
        </Button>
        <Button name="step" value="back" look="tertiary">
          {say(locale, adminTexts.back)}
        </Button>
      </Actions>
    </>
  );
};
