import { ageOn, day } from '@sikkerby/kernel';
import { everywhere, type DayReaction } from '@sikkerby/reactions';
import { CaseRow } from '../case/case-row.js';
import { lists } from '../lists/lists.js';
import { youthConcern } from '../youth-concern.js';

/**
 * On the first of the month after the birthday, so that the log does not tell the birthday. The birth
 * dates come from the register and go nowhere.
 */
export const whenSomebodyTurns18: DayReaction = {
  name: 'when-a-young-person-turns-18-then-closing-or-ssp-plus-is-proposed',
  async due(today, { readModels, register }) {
    const month = day(`${today.slice(0, 8)}01`);
    const cases = await readModels.readView(lists, everywhere, (manager) =>
      manager.find(CaseRow, {
        where: { isOpen: true, gone: false, track: 'ssp', eighteenProposed: false },
        order: { stream: 'ASC' },
      }),
    );
    const subjects = [...new Set(cases.map(({ subject }) => subject))];
    const persons = await register.particularsOf('youth-concern', subjects);
    const grown = cases.filter(({ subject }) => {
      const person = persons.get(subject);
      return person !== undefined && ageOn(person.birthDate, month) >= 18;
    });
    return grown.map(({ caseId }) => ({
      ...{ decider: youthConcern, id: caseId, act: 'propose-at-eighteen' },
      body: { occurredOn: today },
      for: caseId,
    }));
  },
};
