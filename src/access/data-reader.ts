/** A role of the platform itself: who holds it at an institution reads what agreements let that institution read. */
export const dataReaderRole = 'data-reader';
