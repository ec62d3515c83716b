import { failure } from '../../failure.ts';
import { citationOf } from '../../policy/citation.ts';
import type { CommandBody } from '../command.ts';
import { lifeSchema, type Life } from '../life.ts';
import type { OrderDecision, Outcome } from '../outcome.ts';
import { inspect, replyCaller, reportResult, reviewResult } from './answering.ts';
import { contactCaller } from './contacting.ts';
import { correct } from './correcting.ts';
import { dispatch, meeting, merge, nameLead, transfer } from './dispatching.ts';
import { close, followUp, redo } from './following.ts';
import { askColleague, assist, reportProgress, sign, supplement, urge } from './handling.ts';
import { archive, flagLiability, markSecret, print, recuse, reopen } from './keeping.ts';
import { askReview, decideReview } from './reviewing.ts';
import { standsAgainst } from './standing.ts';
import { denied, type ActDecision } from './step.ts';
import { answerSupervision, instruct, submit, supervise } from './supervising.ts';
import { ACTS, type OrderAct } from './table.ts';
import { decideExtension, decideReturn, requestExtension, requestReturn } from './wishes.ts';

export type ActCommand = Extract<CommandBody, { type: OrderAct }>;

/** True for a command about an order that exists. */
export function isAct(command: CommandBody): command is ActCommand {
  return command.type in ACTS;
}

/** Decides an act: first what stands against it whatever it says, then what it says. */
export function decideAct(decision: OrderDecision, command: ActCommand): Outcome {
  const { order, actor, rules, nowMs } = decision;
  const objection = standsAgainst(command.type, order, actor, rules, nowMs);
  if (objection) return { ok: false, failure: objection };
  const under = { ...decision, cited: citationOf(rules.pack, ACTS[command.type].cites) };
  const outcome = decided(under, command);
  if (!outcome.ok) return denied(under, outcome.failure);
  return outcome.order && isOverfull(outcome.order.life) ? denied(under, failure('TOO_MANY')) : outcome;
}

function decided(decision: ActDecision, command: ActCommand): Outcome {
  switch (command.type) {
    case 'order.supplement':
      return supplement(decision, command.payload);
    case 'order.urge':
      return urge(decision, command.payload);
    case 'order.dispatch':
      return dispatch(decision, command.payload);
    case 'order.decideReturn':
      return decideReturn(decision, command.payload);
    case 'order.decideExtension':
      return decideExtension(decision, command.payload);
    case 'order.nameLead':
      return nameLead(decision, command.payload);
    case 'order.meeting':
      return meeting(decision, command.payload);
    case 'order.merge':
      return merge(decision, command.payload);
    case 'order.transfer':
      return transfer(decision, command.payload);
    case 'order.sign':
      return sign(decision);
    case 'order.requestReturn':
      return requestReturn(decision, command.payload);
    case 'order.requestExtension':
      return requestExtension(decision, command.payload);
    case 'order.reportProgress':
      return reportProgress(decision, command.payload);
    case 'order.askColleague':
      return askColleague(decision, command.payload);
    case 'order.assist':
      return assist(decision, command.payload);
    case 'order.contactCaller':
      return contactCaller(decision, command.payload);
    case 'order.replyCaller':
      return replyCaller(decision, command.payload);
    case 'order.reportResult':
      return reportResult(decision, command.payload);
    case 'order.reviewResult':
      return reviewResult(decision, command.payload);
    case 'order.inspect':
      return inspect(decision, command.payload);
    case 'order.supervise':
      return supervise(decision, command.payload);
    case 'order.answerSupervision':
      return answerSupervision(decision, command.payload);
    case 'order.submit':
      return submit(decision, command.payload);
    case 'order.instruct':
      return instruct(decision, command.payload);
    case 'order.followUp':
      return followUp(decision, command.payload);
    case 'order.redo':
      return redo(decision, command.payload);
    case 'order.askReview':
      return askReview(decision, command.payload);
    case 'order.decideReview':
      return decideReview(decision, command.payload);
    case 'order.close':
      return close(decision, command.payload);
    case 'order.archive':
      return archive(decision);
    case 'order.reopen':
      return reopen(decision, command.payload);
    case 'order.markSecret':
      return markSecret(decision, command.payload);
    case 'order.recuse':
      return recuse(decision, command.payload);
    case 'order.flagLiability':
      return flagLiability(decision, command.payload);
    case 'order.correct':
      return correct(decision, command.payload);
    case 'order.print':
      return print(decision, command.payload);
  }
}

/** A list of an order's life is full: the row would not be readable again. */
function isOverfull(life: Life): boolean {
  return !lifeSchema.safeParse(life).success;
}
