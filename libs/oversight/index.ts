export { employee } from './employee.js';
export { employeeId } from './employee-id.js';
export { EmployeeStandings } from './employee-standings.js';
export { MonthlySample } from './monthly-sample.js';
export { oversight, oversightGoverned } from './oversight.js';
export { workFor } from './work-for.js';
