import { dates } from '../../tests/scenarios/dates';
import { endings } from '../../tests/scenarios/endings';
import { holdShelf } from '../../tests/scenarios/hold-shelf';
import { holdScenarios } from '../../tests/scenarios/holds';
import { lendingScenarios } from '../../tests/scenarios/lending';
import { renewals } from '../../tests/scenarios/renewals';

const scenarios = [...dates, ...lendingScenarios, ...renewals, ...holdScenarios, ...holdShelf, ...endings];

/** Every behaviour of the collection, by its id. */
const KNOWN = `
  F08 K01 K04 K07 K10 K13 I24 K16 K19 R04 D12 F10 F13 C01 E13 I16 K22 K25 P05 K27 P01 K30 N12 E05 F02 F05 I06 I12 K41 K44 K47
  K50 K53 K56 K59 K62 N02 N03 N04 D01 D04 D07 D10 E11 K67 K70 K73 K76 K79 K91 N10 K94 C05 F18 F21 F24 K80 K83 K86 F46 F32 F35
  F38 I19 I22 F26 F29 N11 K64 E02 F39 F42 K32 K35 N01 K38 F44 K65 I01 I04 I10 D14 F14 I27 I30 F15 K98 F17 K29 I14 F48 K96 I23
  N05 N06 E06 N08 N09 N07 N13 N14 P06 R05 R08`;

/**
 * Behaviours of operations, jobs and documents rather than of a rule: they are for the tests of operations.
 */
const OF_OPERATIONS = {
  K94: 'which copies are fetched for whom is the list of the desk',
  K86: 'holds that have run out are ended by the job',
  F46: 'what is to be cleared from the hold shelf is the list of the desk',
  I22: 'whose hold it is, is asked by the operation',
  F44: 'reminders of a loan that has ended are a matter of the job',
  K65: 'which loans are due soon is asked by the job',
  I01: 'the state of a copy that was lent is written by the operation',
  I04: 'a hold without a copy has nothing to be taken from the shelf',
  I10: 'a loan leads to its copy by its id',
  D14: 'two that want one copy are kept apart by the queue document',
  F14: 'two desks and one limit are kept apart by the reader document',
  K98: 'scans made without network are kept by the device and the list of conflicts',
  I14: 'who may renew for whom is asked by the door and the operation',
  F48: 'making anonymous is a job, twice as good as once',
  K96: 'making anonymous is a job',
};

/** Behaviours of parts of the product that are not circulation at the desk. */
const OF_OTHER_PARTS = {
  I27: 'self check-out',
  I23: 'delivery',
  N05: 'delivery',
  N06: 'delivery',
  E06: 'rooms',
  N08: 'seats',
  N09: 'seats',
  N07: 'events and seats',
  N13: 'events',
};

describe('known behaviours of circulation systems', () => {
  it.each(scenarios)('$id: $says', ({ outcome, expected }) => expect(outcome()).toEqual(expected));

  it('are all shown here or named with the place where they are', () => {
    const elsewhere = [...Object.keys(OF_OPERATIONS), ...Object.keys(OF_OTHER_PARTS)];
    const here = [...new Set(scenarios.map(({ id }) => id))];
    expect(here.filter((id) => elsewhere.includes(id))).toEqual([]);
    expect([...here, ...elsewhere].sort()).toEqual(KNOWN.trim().split(/\s+/).sort());
  });
});
