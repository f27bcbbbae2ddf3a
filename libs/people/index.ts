export { genders, Register, type Gender, type Particulars } from './register.js';
