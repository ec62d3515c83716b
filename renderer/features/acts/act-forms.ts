import type { ComponentType } from 'react';
import { AskColleagueForm } from './forms/ask-colleague.tsx';
import { AnswerSupervisionForm } from './forms/answer-supervision.tsx';
import { AskReviewForm } from './forms/ask-review.tsx';
import { AssistForm } from './forms/assist.tsx';
import { CloseForm } from './forms/close.tsx';
import { ContactCallerForm } from './forms/contact-caller.tsx';
import { CorrectForm } from './forms/correct.tsx';
import { DecideExtensionForm } from './forms/decide-extension.tsx';
import { DecideReturnForm } from './forms/decide-return.tsx';
import { DecideReviewForm } from './forms/decide-review.tsx';
import { DispatchForm } from './forms/dispatch.tsx';
import { FlagLiabilityForm } from './forms/flag-liability.tsx';
import { FollowUpForm } from './forms/follow-up.tsx';
import { InspectForm } from './forms/inspect.tsx';
import { InstructForm } from './forms/instruct.tsx';
import { MarkSecretForm } from './forms/mark-secret.tsx';
import { MeetingForm } from './forms/meeting.tsx';
import { MergeForm } from './forms/merge.tsx';
import { NameLeadForm } from './forms/name-lead.tsx';
import { RecuseForm } from './forms/recuse.tsx';
import { RedoForm } from './forms/redo.tsx';
import { ReopenForm } from './forms/reopen.tsx';
import { ReplyCallerForm } from './forms/reply-caller.tsx';
import { ReportProgressForm } from './forms/report-progress.tsx';
import { ReportResultForm } from './forms/report-result.tsx';
import { RequestExtensionForm } from './forms/request-extension.tsx';
import { RequestReturnForm } from './forms/request-return.tsx';
import { ReviewResultForm } from './forms/review-result.tsx';
import { ArchiveForm, SignForm } from './forms/sign.tsx';
import { SplitForm } from './forms/split.tsx';
import { SubmitForm } from './forms/submit.tsx';
import { SuperviseForm } from './forms/supervise.tsx';
import { SupplementForm } from './forms/supplement.tsx';
import { TransferForm } from './forms/transfer.tsx';
import { UrgeForm } from './forms/urge.tsx';
import type { FormAct } from './form-acts.ts';
import type { ActFormProps } from './use-act-form.ts';

/** The form of each act. */
export const ACT_FORMS: Readonly<Record<FormAct, ComponentType<ActFormProps>>> = {
  'order.supplement': SupplementForm,
  'order.urge': UrgeForm,
  'order.dispatch': DispatchForm,
  'order.decideReturn': DecideReturnForm,
  'order.decideExtension': DecideExtensionForm,
  'order.nameLead': NameLeadForm,
  'order.meeting': MeetingForm,
  'order.merge': MergeForm,
  'order.split': SplitForm,
  'order.transfer': TransferForm,
  'order.sign': SignForm,
  'order.requestReturn': RequestReturnForm,
  'order.requestExtension': RequestExtensionForm,
  'order.reportProgress': ReportProgressForm,
  'order.askColleague': AskColleagueForm,
  'order.assist': AssistForm,
  'order.contactCaller': ContactCallerForm,
  'order.replyCaller': ReplyCallerForm,
  'order.reportResult': ReportResultForm,
  'order.reviewResult': ReviewResultForm,
  'order.inspect': InspectForm,
  'order.supervise': SuperviseForm,
  'order.answerSupervision': AnswerSupervisionForm,
  'order.submit': SubmitForm,
  'order.instruct': InstructForm,
  'order.followUp': FollowUpForm,
  'order.redo': RedoForm,
  'order.askReview': AskReviewForm,
  'order.decideReview': DecideReviewForm,
  'order.close': CloseForm,
  'order.archive': ArchiveForm,
  'order.reopen': ReopenForm,
  'order.markSecret': MarkSecretForm,
  'order.recuse': RecuseForm,
  'order.flagLiability': FlagLiabilityForm,
  'order.correct': CorrectForm,
};
