import { BadRequest } from '../http/messages';
import { wrongWith, type Fault } from './fault';
import type { Faults } from './faults';

/** Faults asked for over HTTP: plant one, take all away, or end the open transactions. */
export function answerFaults(faults: Faults, body: Record<string, unknown>): { waiting: Fault[] } {
  if (body['clear'] === true) faults.clear();
  else if (body['expireTransactions'] === true) faults.expireTransactions();
  else faults.next(faultIn(body));
  return { waiting: faults.waiting() };
}

function faultIn(body: Record<string, unknown>): Fault {
  const { function: name, action, openid, kill, refuse, loseAnswer, twice, ...unknown } = body;
  const extra = Object.keys(unknown);
  if (extra.length > 0) throw new BadRequest(`a fault has no ${extra.join(', ')}`);
  if (typeof name !== 'string') throw new BadRequest('function must name a function');
  const fault: Fault = {
    function: name,
    ...(action === undefined ? {} : { action: textIn(action, 'action') }),
    ...(openid === undefined ? {} : { openid: textIn(openid, 'openid') }),
    ...(kill === undefined ? {} : { kill: objectIn(kill, 'kill') as NonNullable<Fault['kill']> }),
    ...(refuse === undefined ? {} : { refuse: refusalIn(objectIn(refuse, 'refuse')) }),
    ...(loseAnswer === undefined ? {} : { loseAnswer: loseAnswer === true }),
    ...(twice === undefined ? {} : { twice: twice === true }),
  };
  const wrong = wrongWith(fault);
  if (wrong) throw new BadRequest(wrong);
  return fault;
}

function refusalIn(refuse: Record<string, unknown>): NonNullable<Fault['refuse']> {
  const reason = refuse['with'];
  if (typeof reason !== 'string') {
    const { code, message } = objectIn(reason, 'refuse.with');
    textIn(code, 'refuse.with.code');
    textIn(message, 'refuse.with.message');
  }
  return refuse as unknown as NonNullable<Fault['refuse']>;
}

function textIn(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new BadRequest(`${name} must be a text`);
  return value;
}

function objectIn(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new BadRequest(`${name} must be an object`);
  return value as Record<string, unknown>;
}
