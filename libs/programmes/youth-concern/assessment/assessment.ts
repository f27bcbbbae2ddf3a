import type { DomainEvent, VaultText } from '@sikkerby/kernel';
import type { ConcernType, Level } from '../concern-codes.js';
import { asSet } from '../opening/opening.js';
import { acting, happened, type Asked } from '@sikkerby/case-kit';
import { asItIs, holdsAlready, openCase, settle, theCase } from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

export type LevelChanged = DomainEvent<'youth-concern.level-changed.v1', ChangeLevel>;
export type ConcernTypesChanged = DomainEvent<
  'youth-concern.concern-types-changed.v1',
  ChangeConcernTypes
>;
/** `caseworker` is a user, `team` the team that owns the case from then on. */
export type CaseAssigned = DomainEvent<'youth-concern.case-assigned.v1', Assign>;
export type NoteAdded = DomainEvent<'youth-concern.note-added.v1', AddNote>;
export type AssessmentEvent = LevelChanged | ConcernTypesChanged | CaseAssigned | NoteAdded;

interface ChangeLevel {
  readonly level: Level;
}
interface ChangeConcernTypes {
  readonly concernTypes: readonly ConcernType[];
}
interface Assign {
  readonly caseworker: string;
  readonly team: string;
}
interface AddNote {
  readonly text: VaultText;
}

export const assessmentActs = {
  'change-level': acting(theCase, openCase, (state, command: Asked<ChangeLevel>) => {
    const { level } = command.data;
    if (holdsAlready(state.level, level, command.occurredOn)) return [];
    return [happened('youth-concern.level-changed.v1', command, { level })];
  }),

  'change-concern-types': acting(theCase, openCase, (state, command: Asked<ChangeConcernTypes>) => {
    const concernTypes = asSet(command.data.concernTypes);
    if (holdsAlready(state.concernTypes, concernTypes, command.occurredOn)) return [];
    return [happened('youth-concern.concern-types-changed.v1', command, { concernTypes })];
  }),

  assign: acting(theCase, openCase, (state, command: Asked<Assign>) => {
    const { caseworker, team } = command.data;
    if (state.caseworker === caseworker && state.team === team) return [];
    return [happened('youth-concern.case-assigned.v1', command, { caseworker, team })];
  }),

  'add-note': acting(theCase, asItIs, (_state, command: Asked<AddNote>) => [
    happened('youth-concern.note-added.v1', command, { text: command.data.text }),
  ]),
};

export const assessmentSteps = caseSteps<AssessmentEvent>({
  'youth-concern.level-changed.v1': (state, { occurredOn, data }) => ({
    ...state,
    level: settle(state.level, data.level, occurredOn),
  }),
  'youth-concern.concern-types-changed.v1': (state, { occurredOn, data }) => ({
    ...state,
    concernTypes: settle(state.concernTypes, data.concernTypes, occurredOn),
  }),
  'youth-concern.case-assigned.v1': (state, { data }) => ({
    ...state,
    caseworker: data.caseworker,
    team: data.team,
  }),
  'youth-concern.note-added.v1': (state) => state,
});
