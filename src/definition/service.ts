import type { Text } from '../base/texts.ts';
import type { CrossCheck } from './cross-check.ts';
import type { Expression } from './expressions.ts';
import type { FieldTypeName, fieldTypes } from './fields/all.ts';
import type { Protection } from './fields/field-type.ts';
import type { ActionBase, ActionsPart } from './nouns/actions.ts';
import type { CampaignPart } from './nouns/campaign.ts';
import type { BreakGlassPart } from './nouns/break-glass.ts';
import type { ChannelsPart } from './nouns/channels.ts';
import type { AssignmentOfAction, AssignmentPart } from './nouns/assignment.ts';
import type { ConsentsPart } from './nouns/consents.ts';
import type { CountsPart } from './nouns/counts.ts';
import type { DeadlineOfAction, DeadlinesPart } from './nouns/deadlines.ts';
import type { DocumentsOfAction, DocumentsPart } from './nouns/documents.ts';
import type { EditOfAction } from './nouns/edit.ts';
import type { EraseOfAction } from './nouns/erase.ts';
import type { EnteredByPart } from './nouns/entered-by.ts';
import type { FormPart } from './nouns/form.ts';
import type { IndicatorsPart } from './nouns/indicators.ts';
import type { MessagesPart, TellOfAction } from './nouns/messages.ts';
import type { NamedByPart } from './nouns/named-by.ts';
import type { SimilarPart } from './nouns/similar.ts';
import type { SubjectsPart } from './nouns/subjects.ts';
import type { OversightPart } from './nouns/oversight.ts';
import type { PartialOfAction } from './nouns/partial.ts';
import type { PriorityPart } from './nouns/priority.ts';
import type { ProposalsOfAction } from './nouns/proposals.ts';
import type { PublishPart } from './nouns/publish.ts';
import type { ReadsPart } from './nouns/reads.ts';
import type { RoutePart } from './nouns/route.ts';
import type { SaidToOfAction } from './nouns/said-to.ts';
import type { State, StatesPart } from './nouns/states.ts';
import type { SurveyOfAction, SurveyPart } from './nouns/survey.ts';
import type { TasksOfAction, TasksPart } from './nouns/tasks.ts';
import type { TransferOfAction } from './nouns/transfer.ts';
import type { TreePart } from './nouns/tree.ts';
import type { VisiblePart } from './nouns/visible.ts';
import type { TakenFrom } from './fields/taken-from.ts';
import type { Prefill } from './prefill.ts';
import type { Kind } from './service-schema.ts';

/** A declaration that was found right, in the shape that the engines use. Made by `compileService` only. */
export interface Service
  extends
    FormPart,
    StatesPart,
    CountsPart,
    DocumentsPart,
    PriorityPart,
    RoutePart,
    DeadlinesPart,
    OversightPart,
    MessagesPart,
    AssignmentPart,
    TasksPart,
    ReadsPart,
    PublishPart,
    IndicatorsPart,
    EnteredByPart,
    ChannelsPart,
    NamedByPart,
    SubjectsPart,
    SimilarPart,
    ConsentsPart,
    SurveyPart,
    CampaignPart,
    VisiblePart,
    TreePart,
    BreakGlassPart,
    ActionsPart {
  readonly id: string;
  /** Short hash of its files: two declarations with the same text are the same version. */
  readonly digest: string;
  readonly kind: Kind;
  readonly owner: string;
  readonly referencePrefix: string;
  readonly icon: string | undefined;
  readonly fee: number | undefined;
  readonly keepMonths: number;
  /** The fields that say who asks; a service that does not ask has none. */
  readonly applicant: { readonly name?: string; readonly phone?: string };
  readonly texts: ServiceTexts;
  /** What is judged when the other services are known. */
  readonly crossChecks: readonly CrossCheck[];
  /** What each role that the declaration names is called. */
  readonly roles: ReadonlyMap<string, Text>;
}

/** What a role may do to a record, with what each noun has in it. */
export interface Action
  extends
    ActionBase,
    DeadlineOfAction,
    DocumentsOfAction,
    EditOfAction,
    EraseOfAction,
    PartialOfAction,
    SurveyOfAction,
    ProposalsOfAction,
    TellOfAction,
    SaidToOfAction,
    AssignmentOfAction,
    TransferOfAction,
    TasksOfAction {}

export interface ServiceTexts {
  readonly title: Text;
  readonly summary: Text;
  readonly record: Text;
  /** Who may apply; a service for which nobody applies may go without. */
  readonly who: Text | undefined;
  /** One line each; as `who`. */
  readonly needs: Text | undefined;
  readonly whoSees: Text;
}

interface CommonField {
  readonly name: string;
  readonly label: Text;
  readonly hint: Text | undefined;
  /** Longer help, which opens on demand. */
  readonly guidance: Text | undefined;
  readonly required: boolean;
  readonly protect: Protection;
  readonly appearance: string | undefined;
  /** What the platform knows that is offered as the answer. */
  readonly prefill?: Prefill | undefined;
  /** The answer of a record, named before, that is offered as the answer. */
  readonly prefillFrom?: TakenFrom | undefined;
  /** What it is in an expression without an answer; undefined: the expression is skipped. */
  readonly empty?: unknown;
  /** Roles of civil servants that read the answer; undefined: all who may read the record. Applicants always see their own. */
  readonly seenBy: readonly string[] | undefined;
  /** Who may correct the answer or propose another, roles or `applicant`; undefined: whoever the action allows. */
  readonly changedBy: readonly string[] | undefined;
  /** The purpose to which the person must consent before anybody outside the institution in charge reads the answer. */
  readonly needsConsent?: string | undefined;
  readonly show: Expression | undefined;
  readonly checks: readonly { readonly name: string; readonly holds: Expression; readonly message: Text }[];
}

/** A field of one type, with the settings of that type. */
export type FieldOf<Type extends FieldTypeName> = CommonField & { readonly type: Type } & ReturnType<
    (typeof fieldTypes)[Type]['compile']
  >;
export type Field = { [Type in FieldTypeName]: FieldOf<Type> }[FieldTypeName];

/** The state by that name; a name that the declaration does not have is a fault of the program. */
export const getState = (service: Service, name: string): State => {
  const state = service.states.get(name);
  if (!state) throw new Error(`service ${service.id} has no state ${name}`);
  return state;
};
